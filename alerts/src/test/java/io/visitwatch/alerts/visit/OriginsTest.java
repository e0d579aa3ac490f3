package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.SourceClass;
import io.visitwatch.model.VisitReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which reports are one source, and what its word weighs. */
class OriginsTest {
    private static Reports fidan(String article) {
        return Reports.of(article)
                .visitor("Hakan Fidan", "TR", "foreign-minister")
                .published("2026-03-10");
    }

    private static List<VisitReport> reports(Reports... reports) {
        return Stream.of(reports).map(Reports::build).toList();
    }

    private static List<Integer> numbers(Reports... reports) {
        List<VisitReport> built = reports(reports);
        Origins origins = new Origins(built, LedgerConfig.standard());
        return built.stream().map(origins::of).toList();
    }

    @Test
    void eachOutletIsOneSourceNumberedAsItAppears() {
        assertThat(numbers(
                        fidan("a").outlet("Rudaw", SourceClass.OTHER),
                        fidan("b").outlet("Shafaq", SourceClass.OTHER),
                        fidan("c").outlet(" RUDAW ", SourceClass.OTHER)))
                .containsExactly(1, 2, 1);
    }

    @Test
    void whoeverCreditsAnAgencySpeaksForIt() {
        assertThat(numbers(
                        fidan("a").crediting("Anadolu"),
                        fidan("b").outlet("ANADOLU", SourceClass.AGENCY),
                        fidan("c").crediting("anadolu "),
                        fidan("d").crediting(" ")))
                .containsExactly(1, 1, 1, 2);
    }

    @Test
    void copiesOfATextAreOneSource() {
        Reports copy = fidan("b").fingerprint(1L, 2L, 3L, 9L, 9L);
        assertThat(numbers(fidan("a").fingerprint(1L, 2L, 3L, 4L, 5L), copy)).containsExactly(1, 1);
        assertThat(numbers(fidan("a").fingerprint(1L, 2L, 8L, 4L, 5L), copy)).containsExactly(1, 2);
    }

    @Test
    void anOutletWithoutANameIsItsAddress() {
        assertThat(numbers(
                        fidan("a").outlet("", SourceClass.OTHER),
                        fidan("b").outlet(" ", SourceClass.OTHER),
                        fidan("c").outlet("news.example", SourceClass.OTHER)))
                .containsExactly(1, 1, 1);
    }

    @Test
    void aSourceWeighsWhatItsBestReportDoes() {
        List<VisitReport> reports = reports(
                fidan("a").outlet("A", SourceClass.OTHER).crediting("x"),
                fidan("b").outlet("B", SourceClass.OFFICIAL).crediting("x"),
                fidan("c").outlet("C", SourceClass.PARTISAN).crediting("x"),
                fidan("d").outlet("D", SourceClass.STATE_RUN),
                fidan("e").outlet("E", SourceClass.AGENCY),
                fidan("f").outlet("F", SourceClass.PARTISAN));
        Origins origins = new Origins(reports, LedgerConfig.standard());
        assertThat(reports.stream().map(origins::weight)).containsExactly(3.0, 3.0, 3.0, 1.5, 2.0, 0.5);
        assertThat(origins.count(reports)).isEqualTo(4);
        assertThat(origins.officials(reports)).isEqualTo(1);
        assertThat(origins.officials(reports.subList(3, 6))).isZero();
    }

    @Test
    void theConfigurationKnowsAnOutletBetterThanItsFeed() {
        LedgerConfig config = new LedgerConfig(
                ConfirmedWhen.STANDARD, Map.of("A", SourceClass.OFFICIAL), Map.of(), 4, 21, 2, 14, 60, 30, 0.6, 64);
        List<VisitReport> reports = reports(fidan("a").outlet("A", SourceClass.PARTISAN));
        assertThat(new Origins(reports, config).weight(reports.get(0))).isEqualTo(3.0);
    }

    @Test
    void aReportItWasNotGivenHasNoSource() {
        Origins origins = new Origins(reports(fidan("a")), LedgerConfig.standard());
        VisitReport strange = fidan("z").build();
        assertThat(origins.of(strange)).isZero();
        assertThat(origins.weight(strange)).isZero();
    }

    @Test
    void signaturesOfAnotherLengthSayNothing() {
        assertThat(Origins.similarity(List.of(), List.of())).isZero();
        assertThat(Origins.similarity(List.of(1L), List.of(1L, 2L))).isZero();
        assertThat(Origins.similarity(List.of(1L, 2L, 3L, 4L), List.of(1L, 2L, 3L, 5L)))
                .isEqualTo(0.75);
    }
}
