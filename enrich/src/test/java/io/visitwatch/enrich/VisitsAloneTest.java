package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to the visits gives what the full reading gives, for texts that name the watched country and for others. */
class VisitsAloneTest {
    private static final Enricher ENRICHER = Enricher.create(EnrichConfig.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Sunday for talks with Iraqi leaders.",
                "turkish foreign minister hakan fidan arrived in baghdad on sunday.",
                "وصل وزير الخارجية التركي هاكان فيدان إلى بغداد اليوم الأحد.",
                "زيارة رسمية لبغداد يقوم بها الوزير الفرنسي",
                "Dışişleri Bakanı Hakan Fidan Bağdat'a gitti.",
                "Министр иностранных дел Ирана прибыл в Багдад с визитом.",
                "The German chancellor flew to Tokyo.",
                "A water parasite was found in drinking water in Glasgow.",
                "بازدید رئیس جمهور از اصفهان",
                "Prime Minister Mohammed Shia al-Sudani received the French ambassador.",
                "SUDANI MEETS MACRON IN PARIS",
                "",
                "12345 --- !!!"
            })
    void theVisitsAreThoseOfTheFullReading(String text) {
        for (Article article : List.of(article(text, "", ""), article("", text, text), article("News", "", text))) {
            Enriched full = ENRICHER.enrich(article);
            VisitsRead alone = ENRICHER.visits(article);
            assertThat(alone.reports()).isEqualTo(full.reports());
            assertThat(alone.rejections()).isEqualTo(full.rejections());
            assertThat(Enricher.language(article)).isEqualTo(full.tagged().language());
        }
    }

    @Test
    void theGateIsTheSameUnderATurkishLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Article article = article("IRAQI PRIME MINISTER IN PARIS; FIDAN IN BAGHDAD", "", "");
            assertThat(ENRICHER.visits(article).rejections())
                    .isEqualTo(ENRICHER.enrich(article).rejections());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anArticleWithoutTheWatchedCountryCostsAFractionOfOneThatIsCut() {
        Article elsewhere = article("Glasgow", "", "A water parasite was found in drinking water. ".repeat(200));
        ENRICHER.visits(elsewhere);
        ENRICHER.enrich(elsewhere);
        long alone = allocated(() -> ENRICHER.visits(elsewhere));
        long full = allocated(() -> ENRICHER.enrich(elsewhere));
        assertThat(alone).isLessThan(full / 10);
    }

    private static long allocated(Runnable work) {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Article article(String title, String summary, String text) {
        Instant at = Instant.parse("2025-01-26T09:00:00Z");
        return Article.named("a", at)
                .says(title, summary, text)
                .published(at, DateQuality.DAY)
                .build();
    }
}
