package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.VisitReport;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which visit an article guesses that it tells of: whose, where, and under which government of the host. */
class VisitGuessesTest {
    private static final Enricher ENRICHER = Enricher.create(EnrichConfig.standard());
    private static final String FIDAN = "Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Tuesday.";
    private static final String KUWAITIS = "A Kuwaiti delegation arrived in Baghdad on Tuesday.";

    private static VisitReport report(String text, String published) {
        Instant at = Instant.parse(published + "T09:00:00Z");
        Article article = Article.named("a", at)
                .says("", "", text)
                .published(at, DateQuality.DAY)
                .build();
        return ENRICHER.visits(article).reports().get(0);
    }

    private static String key(String text, String published) {
        return report(text, published).visitKey();
    }

    @Test
    void aVisitorIsGuessedToComeOnceUnderOneGovernment() {
        assertThat(key(FIDAN, "2024-09-11")).isEqualTo(key(FIDAN, "2024-03-06"));
        assertThat(key(FIDAN, "2024-09-11")).isNotEqualTo(key(FIDAN, "2021-06-02"));
    }

    @Test
    void whereNobodyKnowsTheGovernmentTheYearStandsForIt() {
        assertThat(key(KUWAITIS, "1901-03-06")).endsWith("|baghdad|1901").isEqualTo(key(KUWAITIS, "1901-09-11"));
        assertThat(key(KUWAITIS, "1905-03-08")).endsWith("|baghdad|1905");
    }

    @Test
    void whoHasNoNameIsGuessedByHisState() {
        VisitReport kuwaitis = report(KUWAITIS, "2024-09-11");
        assertThat(kuwaitis.head().country()).isEqualTo("KW");
        assertThat(kuwaitis.visitKey()).startsWith(kuwaitis.head().id() + "|baghdad|");
        assertThat(key("A Jordanian delegation arrived in Baghdad on Tuesday.", "2024-09-11"))
                .isNotEqualTo(kuwaitis.visitKey());
    }

    @Test
    void oneVisitorHasOneKeyInEveryScript() {
        assertThat(key("وصل وزير الخارجية التركي هاكان فيدان إلى بغداد أمس الثلاثاء.", "2024-09-11"))
                .isEqualTo(key(FIDAN, "2024-09-11"));
    }
}
