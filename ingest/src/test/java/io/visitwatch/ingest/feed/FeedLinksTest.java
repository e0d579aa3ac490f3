package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLinksTest {
    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q#s",
        "., http://a/b/c/",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "g;x=1/../y, http://a/b/c/y",
        "http://x.example/ä b, http://x.example/ä%20b",
        "feed://x.example/r, http://x.example/r",
        "feed:https://x.example/r, https://x.example/r"
    })
    void resolvesAsRfc3986Says(String reference, String resolved) {
        assertThat(FeedLinks.resolve("http://a/b/c/d;p?q", reference)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\nscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "mailto:a@b",
                "http://",
                "http:///x",
                " "
            })
    void handsOutNoOtherScheme(String reference) {
        assertThat(FeedLinks.resolve("http://a/b", reference)).isNull();
    }
}
