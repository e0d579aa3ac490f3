package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Host;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What several reports of one visit say together. */
class VisitDeriverTest {
    private static final VisitDeriver DERIVER = new VisitDeriver(LedgerConfig.standard());

    private static Reports fidan(String article) {
        return Reports.of(article)
                .visitor("Hakan Fidan", "TR", "foreign-minister")
                .published("2026-03-10");
    }

    private static Visit visit(Reports... reports) {
        return DERIVER.derive("v", Stream.of(reports).map(Reports::build).toList(), Overlay.NONE);
    }

    private static VisitDates day(String first, String last, Precision precision) {
        return new VisitDates(LocalDate.parse(first), LocalDate.parse(last), precision);
    }

    @Test
    void thePlaceIsTheNearestThatMostReportsName() {
        Visit visit = visit(
                fidan("a").place(PlaceLevel.COUNTRY, "iraq"),
                fidan("b").place(PlaceLevel.COUNTRY, "iraq"),
                fidan("c").place(PlaceLevel.PLACE, "green-zone"),
                fidan("d").place(PlaceLevel.PLACE, "baghdad-airport"),
                fidan("e").place(PlaceLevel.PLACE, "green-zone"));
        assertThat(visit.place().level()).isEqualTo(PlaceLevel.PLACE);
        assertThat(visit.place().id()).isEqualTo("green-zone");
        assertThat(visit.stops()).extracting(VisitPlace::id).containsExactly("iraq", "green-zone", "baghdad-airport");
    }

    @Test
    void amongPlacesNamedEquallyOftenTheFirstByName() {
        assertThat(visit(fidan("a").place(PlaceLevel.PLACE, "z"), fidan("b").place(PlaceLevel.PLACE, "y"))
                        .place()
                        .id())
                .isEqualTo("y");
    }

    @Test
    void theDayIsTheFirstThatAnyWitnessGives() {
        assertThat(visit(
                                fidan("a").on("2026-03-12"),
                                fidan("b").on("2026-03-11"),
                                fidan("c").on("2026-03-01").status(VisitStatus.ANNOUNCED))
                        .dates())
                .isEqualTo(day("2026-03-11", "2026-03-11", Precision.DAY));
    }

    @Test
    void ofTwoSpansThatBeginTogetherTheShorterCounts() {
        assertThat(visit(
                                fidan("a").between("2026-03-09", "2026-03-15", Precision.WEEK),
                                fidan("b").between("2026-03-09", "2026-03-12", Precision.WEEK))
                        .dates())
                .isEqualTo(day("2026-03-09", "2026-03-12", Precision.WEEK));
    }

    @Test
    void aPlanIsForTheDayThatWasToldLast() {
        assertThat(visit(
                                fidan("a").on("2026-03-20").status(VisitStatus.ANNOUNCED),
                                fidan("b").on("2026-03-18").status(VisitStatus.ANNOUNCED))
                        .dates())
                .isEqualTo(day("2026-03-18", "2026-03-18", Precision.DAY));
    }

    @Test
    void aDaySaysMoreThanAWeekAndAWeekMoreThanAMonth() {
        Reports month = fidan("a").between("2026-03-01", "2026-03-31", Precision.MONTH);
        Reports week = fidan("b").between("2026-03-09", "2026-03-15", Precision.WEEK);
        assertThat(visit(month, week).dates().precision()).isEqualTo(Precision.WEEK);
        assertThat(visit(month, week, fidan("c").on("2026-03-10")).dates().precision())
                .isEqualTo(Precision.DAY);
        assertThat(visit(month).dates().precision()).isEqualTo(Precision.MONTH);
    }

    @Test
    void withoutAStatedDayPublicationBoundsIt() {
        assertThat(visit(fidan("a"), fidan("b").published("2026-03-11")).dates())
                .isEqualTo(day("2026-03-09", "2026-03-10", Precision.PUBLISHED));
        assertThat(visit(fidan("a").undated("|baghdad|spring")).dates()).isEqualTo(VisitDates.UNKNOWN);
    }

    @Test
    void aHostIsNamedByWhoeverNamesHim() {
        assertThat(visit(
                                fidan("a")
                                        .host("h", "", "head-of-government")
                                        .host("i", "Fuad Hussein", "foreign-minister"),
                                fidan("b").host("h", "Mohammed Shia al-Sudani", "head-of-government"),
                                fidan("c").host("h", "Al-Sudani", "head-of-government"))
                        .hosts())
                .extracting(Host::name)
                .containsExactly("Mohammed Shia al-Sudani", "Fuad Hussein");
    }

    @Test
    void sourcesErrIndependentlyAndOneSourceNeverCountsTwice() {
        assertThat(visit(fidan("a").confidence(0.8)).confidence()).isEqualTo(0.8);
        assertThat(visit(fidan("a").confidence(0.8), fidan("b").confidence(0.5)).confidence())
                .isEqualTo(0.9);
        assertThat(visit(
                                fidan("a").confidence(0.6).crediting("Anadolu"),
                                fidan("b").confidence(0.8).crediting("Anadolu"))
                        .confidence())
                .isEqualTo(0.8);
        assertThat(visit(
                                fidan("a").confidence(0.99),
                                fidan("b").confidence(0.99),
                                fidan("c").confidence(0.99))
                        .confidence())
                .as("nothing is certain")
                .isEqualTo(0.999);
    }

    @Test
    void thePurposeIsThatOfTheSurestReport() {
        assertThat(visit(
                                fidan("a").purpose("to discuss water").confidence(0.6),
                                fidan("b").purpose("to discuss the border").confidence(0.8),
                                fidan("c").confidence(0.9))
                        .purpose())
                .isEqualTo("to discuss the border");
        assertThat(visit(
                                fidan("a").purpose("first").confidence(0.8),
                                fidan("b").purpose("second").confidence(0.8))
                        .purpose())
                .isEqualTo("first");
        assertThat(visit(fidan("a")).purpose()).isNull();
    }

    @Test
    void itIsOpenSinceTheFirstReportAndOfTheLast() {
        Visit visit =
                visit(fidan("a"), fidan("b").published("2026-03-12"), fidan("c").published("2026-03-11"));
        assertThat(visit.openedAt()).isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
        assertThat(visit.updatedAt()).isEqualTo(Instant.parse("2026-03-12T09:00:00Z"));
        assertThat(visit.version()).isEqualTo(1);
    }

    @Test
    void whatNobodyCanDateSaysNothingOfWhenItBegan() {
        Visit visit = visit(fidan("a").undated("|baghdad|spring"), fidan("b"));
        assertThat(visit.openedAt()).isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
        assertThat(visit.sources()).extracting(Visit.Source::articleId).containsExactly("b", "a");
    }

    @Test
    void whoDeniesDoesNotConfirm() {
        assertThat(visit(fidan("a"), fidan("b").status(VisitStatus.DENIED)).confirmed())
                .isFalse();
        assertThat(visit(fidan("a"), fidan("b")).confirmed()).isTrue();
        assertThat(visit(fidan("a"), fidan("b").status(VisitStatus.DENIED)).independentSources())
                .isEqualTo(2);
    }
}
