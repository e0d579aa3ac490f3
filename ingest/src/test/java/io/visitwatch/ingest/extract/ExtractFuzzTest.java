package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes as a page. */
class ExtractFuzzTest {
    @FuzzTest
    void readsAnyPage(byte[] bytes) {
        ExtractedPage page = ArticleExtractor.extract(PageInput.of(bytes, "https://news.example/2026/a"));
        assertThat(page.text()).doesNotContain("\u202E");
        assertThat(page.title()).doesNotContain("\n").doesNotContain("\u202E");
    }
}
