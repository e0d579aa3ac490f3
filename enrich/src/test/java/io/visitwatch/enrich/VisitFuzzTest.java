package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.visitwatch.model.Article;
import io.visitwatch.model.VisitReport;
import java.time.Instant;

/** Any text as an article: it gives reports with evidence that stands in it, or reasons why not. */
class VisitFuzzTest {
    private static final Enricher ENRICHER = Enricher.create(EnrichConfig.standard());
    private static final Instant AT = Instant.parse("2024-10-13T12:00:00Z");

    @FuzzTest
    void readsAnyArticle(FuzzedDataProvider data) {
        String title = data.consumeString(200);
        Enriched read = ENRICHER.enrich(article(title, data.consumeRemainingAsString()));
        assertThat(read.reports().isEmpty() && read.rejections().isEmpty()).isFalse();
        for (VisitReport report : read.reports()) {
            assertThat(report.visitors()).isNotEmpty();
            assertThat(report.confidence()).isBetween(0.0, 1.0);
        }
    }

    private static Article article(String title, String text) {
        return Article.named("f", AT).says(title, "", text).published(AT).build();
    }
}
