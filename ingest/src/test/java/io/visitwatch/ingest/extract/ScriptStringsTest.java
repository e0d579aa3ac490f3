package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptStringsTest {
    private static final List<String> PARAGRAPHS = List.of(
            "The minister came on Monday and spoke with the president about water for two hours, his office said.",
            "He will leave again on Thursday, after a dinner with people who want to build a dam in the north.",
            "It is his third visit in a year.");
    private static final String HTML = "<p>" + String.join("</p><p>", PARAGRAPHS) + "</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.STATE = JSON.parse(\"{\\\"story\\\":{\\\"text\\\":\\\"HTML\\\"}}\");",
                "window.STATE = JSON.parse('{\"story\":{\"text\":\"HTML\"}}');",
                "self.data.push([1,\"5:[\\\"$\\\",\\\"article\\\",null,{\\\"body\\\":\\\"HTML\\\"}]\\n\"])",
                "window.PAGE=(function(a,b){return {title:a,content:\"HTML\"}}(\"Minister visits\",null));",
                "render({content: `HTML`})",
                "// it's the page's own state\nvar t = 'short', story = 'HTML';",
            })
    void findsAnArticleThatStandsOnlyInAScript(String script) {
        for (String html : List.of(HTML, HTML.replace("<", "\\u003C").replace("/", "\\u002F"))) {
            String page = "<html><head><title>Minister visits</title></head><body><div id=root></div><script>"
                    + script.replace("HTML", html) + "</script></body></html>";

            ExtractedPage read = ArticleExtractor.extract(PageInput.of(page.getBytes(StandardCharsets.UTF_8), null));

            assertThat(read.text()).isEqualTo(String.join("\n\n", PARAGRAPHS));
            assertThat(read.extractedBy()).isEqualTo("script");
        }
    }

    @Test
    void takesNeitherCodeNorConsentNorShortStringsForAnArticle() {
        String consent = "We and our partners use cookies. You may refuse them. ".repeat(20);
        String code = "function(a){return b[a].c(d)}; if (x < y) { z(); } ".repeat(40);
        assertThat(ScriptStrings.prose(
                        List.of("a('" + consent + "')", "eval(\"" + code + "\")", "b('A short text. It ends here.')")))
                .isEmpty();
    }

    @Test
    void looksAtQuotesThatNeverEndForALimitedTime() {
        String hostile = "\\\"".repeat(500_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(ScriptStrings.prose(List.of(hostile, "\"" + hostile, "`'" + hostile)))
                        .isEmpty());
    }
}
