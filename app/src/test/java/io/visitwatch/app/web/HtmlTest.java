package io.visitwatch.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one place where text becomes HTML. */
class HtmlTest {
    @Test
    void turnsMarkupIntoText() {
        assertThat(new Html().bdi("<script>alert('x')</script>&\"").toString())
                .isEqualTo("<bdi dir=\"auto\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;</bdi>");
    }

    @Test
    void keepsAnAttributeClosed() {
        assertThat(new Html()
                        .open("a", "title", "\"><img src=x onerror=alert(1)>")
                        .toString())
                .isEqualTo("<a title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">");
    }

    @Test
    void takesDirectionOverridesAway() {
        assertThat(new Html().text("safe \u202Egnp.exe\u202C \u2066x\u2069").toString())
                .isEqualTo("safe gnp.exe x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "JavaScript:x", " https://a.example/", "//a.example"})
    void linksOutByHttpOnly(String url) {
        assertThat(new Html().outward(url, "source").toString()).isEqualTo("<bdi dir=\"auto\">source</bdi>");
    }

    @Test
    void tellsLanguageAndDirectionOfEvidence() {
        assertThat(new Html().quote("وصل الوزير", "ar").toString())
                .isEqualTo("<blockquote lang=\"ar\" dir=\"rtl\"><mark>وصل الوزير</mark></blockquote>");
    }

    @Test
    void leavesAnAttributeWithoutValueOut() {
        assertThat(new Html().open("a", "aria-current", null, "href", "/").toString())
                .isEqualTo("<a href=\"/\">");
    }

    @Test
    void keepsLinesOfAFieldAndNothingElse() {
        assertThat(new Html().lines("a\n</textarea>\nb").toString()).isEqualTo("a\n&lt;/textarea&gt;\nb");
    }
}
