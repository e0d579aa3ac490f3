package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.Host;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says beside that there is a visit: who with which office, where, when, received by whom, what for. */
class VisitDetailsTest {
    private static final Enricher ENRICHER = Enricher.create(EnrichConfig.standard());
    /** A Wednesday. */
    private static final Instant PUBLISHED = Instant.parse("2024-09-11T09:00:00Z");

    /** Text, and each report of it as a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Tuesday to discuss water and the border. "
                        + "| Hakan Fidan TR foreign-minister 2; ARRIVED baghdad; DAY 2024-09-10; to discuss water and the border",
                "Turkish Foreign Minister Hakan Fidan will visit Baghdad next week. "
                        + "| Hakan Fidan TR foreign-minister 2; ANNOUNCED baghdad; WEEK 2024-09-16..2024-09-22",
                "Turkish Foreign Minister Hakan Fidan arrived in Baghdad. "
                        + "| Hakan Fidan TR foreign-minister 2; ARRIVED baghdad; PUBLISHED 2024-09-09..2024-09-11",
                "Turkish Foreign Minister Hakan Fidan will visit Baghdad. "
                        + "| Hakan Fidan TR foreign-minister 2; ANNOUNCED baghdad; NONE",
                "Turkish Foreign Minister Hakan Fidan arrived in Baghdad on 2 September and left on Friday. "
                        + "| Hakan Fidan TR foreign-minister 2; ENDED baghdad; DAY 2024-09-02",
                "Turkish Foreign Minister Hakan Fidan arrived in Iraq on Monday. "
                        + "| Hakan Fidan TR foreign-minister 2; ARRIVED iraq; DAY 2024-09-09",
                "Turkish Foreign Minister Hakan Fidan landed at Baghdad airport on Monday. "
                        + "| Hakan Fidan TR foreign-minister 2; ARRIVED baghdad-airport (Baghdad airport); DAY 2024-09-09",
                "Iraqi Prime Minister Mohammed Shia al-Sudani received Jordanian Foreign Minister Ayman Safadi in Baghdad on Tuesday. "
                        + "| Ayman Safadi JO foreign-minister 2; ARRIVED baghdad; DAY 2024-09-10; met Mohammed Shia al-Sudani head-of-government",
                "Iraqi Foreign Minister Fuad Hussein met his Turkish counterpart Hakan Fidan in Baghdad on Tuesday. "
                        + "| Hakan Fidan TR foreign-minister 2; ARRIVED baghdad; DAY 2024-09-10; met Fuad Hussein foreign-minister",
                "Turkish Foreign Minister Hakan Fidan and Defence Minister Yasar Guler arrived in Baghdad on Tuesday. "
                        + "| Hakan Fidan TR foreign-minister 2, Yasar Guler TR defence-minister 2; ARRIVED baghdad; DAY 2024-09-10",
                "Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Tuesday. Jordanian Foreign Minister Ayman Safadi will visit Baghdad in October. "
                        + "| Hakan Fidan TR foreign-minister 2; ARRIVED baghdad; DAY 2024-09-10 & Ayman Safadi JO foreign-minister 2; ANNOUNCED baghdad; MONTH 2024-10-01..2024-10-31",
                "The Turkish foreign minister arrived in Baghdad on Tuesday. Hakan Fidan, the Turkish foreign minister, met officials. "
                        + "| Hakan Fidan TR foreign-minister 2; ARRIVED baghdad; DAY 2024-09-10",
                "A Kuwaiti delegation arrived in Baghdad on Tuesday. "
                        + "| KW delegation 4; ARRIVED baghdad; DAY 2024-09-10",
                "The visit of French President Emmanuel Macron to Baghdad was postponed. "
                        + "| Emmanuel Macron FR head-of-state 1; POSTPONED baghdad; NONE",
                "French President Emmanuel Macron cancelled his trip to Baghdad planned for Sunday. "
                        + "| Emmanuel Macron FR head-of-state 1; CANCELLED baghdad; DAY 2024-09-15",
                "French President Emmanuel Macron left Baghdad on Tuesday after a two-day visit. "
                        + "| Emmanuel Macron FR head-of-state 1; ENDED baghdad; DAY 2024-09-10",
                "وصل وزير الخارجية التركي هاكان فيدان إلى بغداد أمس الثلاثاء لبحث ملف المياه. "
                        + "| هاكان فيدان TR foreign-minister 2; ARRIVED baghdad; DAY 2024-09-10; لبحث ملف المياه",
                "استقبل رئيس مجلس الوزراء محمد شياع السوداني وزير الخارجية الأردني أيمن الصفدي اليوم الأربعاء. "
                        + "| أيمن الصفدي JO foreign-minister 2; ARRIVED baghdad; DAY 2024-09-11; met محمد شياع السوداني head-of-government",
                "Le ministre français des Affaires étrangères Jean-Noël Barrot est arrivé mardi à Bagdad pour parler de sécurité. "
                        + "| Jean-Noël Barrot FR foreign-minister 2; ARRIVED baghdad; DAY 2024-09-10; pour parler de sécurité",
            })
    void tellsWhoWhereWhenAndWhatFor(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void provesItselfByTheSentenceAndGuessesWhichVisitItIs() {
        VisitReport report = reports(
                        "It rained. Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Tuesday. He met"
                                + " officials.")
                .get(0);
        assertThat(report.evidence()).first().satisfies(evidence -> {
            assertThat(evidence.section()).isEqualTo("text");
            assertThat(evidence.sentence())
                    .isEqualTo("Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Tuesday");
            assertThat(evidence.span().start()).isEqualTo("It rained. ".length());
        });
        assertThat(report.rules()).contains("arrives");
        assertThat(report.confidence()).isBetween(0.5, 1.0);
        assertThat(report.visitKey())
                .isEqualTo(reports("Foreign Minister Hakan Fidan of Turkey will visit Baghdad.")
                        .get(0)
                        .visitKey())
                .isNotEqualTo(reports("Turkish Defence Minister Yasar Guler arrived in Baghdad.")
                        .get(0)
                        .visitKey());
    }

    private static String read(String text) {
        return reports(text).stream().map(VisitDetailsTest::line).collect(Collectors.joining(" & "));
    }

    private static List<VisitReport> reports(String text) {
        Article article = Article.named("a", PUBLISHED)
                .says("", "", text)
                .published(PUBLISHED, DateQuality.DAY)
                .build();
        return ENRICHER.visits(article).reports();
    }

    private static String line(VisitReport report) {
        String hosts = report.hosts().stream().map(VisitDetailsTest::host).collect(Collectors.joining(", "));
        return report.visitors().stream().map(VisitDetailsTest::visitor).collect(Collectors.joining(", "))
                + "; " + report.status() + " " + report.place().id()
                + (report.place().venue() == null ? "" : " (" + report.place().venue() + ")")
                + "; " + dates(report.dates())
                + (hosts.isEmpty() ? "" : "; met " + hosts)
                + (report.purpose() == null ? "" : "; " + report.purpose());
    }

    private static String visitor(Visitor visitor) {
        return (visitor.name() + " " + visitor.country() + " " + visitor.officeKind() + " " + visitor.rank()).strip();
    }

    private static String host(Host host) {
        return (host.name() + " " + host.officeKind()).strip();
    }

    private static String dates(VisitDates dates) {
        String days = dates.start() == null
                ? ""
                : dates.start().equals(dates.end()) ? " " + dates.start() : " " + dates.start() + ".." + dates.end();
        return dates.precision() + days;
    }
}
