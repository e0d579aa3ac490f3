package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days a report allows a visitor to be there, and whom it may tell of. */
class ClaimTest {
    private static Reports fidan() {
        return Reports.of("a").visitor("Hakan Fidan", "TR", "foreign-minister").published("2026-03-10");
    }

    private static Claim claim(Reports report) {
        return claim(report, Gathering.NONE);
    }

    private static Claim claim(Reports report, Gathering gathering) {
        return Claim.of(report.build(), LedgerConfig.DEFAULT_ZONE, gathering);
    }

    @ParameterizedTest
    @CsvSource({
        "ARRIVED, 2026-03-09, 2026-03-10",
        "ENDED, 2026-03-08, 2026-03-10",
        "ANNOUNCED, 2026-03-10, 2026-04-09",
        "CANCELLED, 2026-03-08, 2026-04-09"
    })
    void whatGivesNoDayIsBoundByItsPublication(VisitStatus status, LocalDate from, LocalDate to) {
        Claim claim = claim(fidan().status(status));
        assertThat(claim.from()).isEqualTo(from);
        assertThat(claim.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-10, PUBLISHED, ARRIVED, 2026-03-09",
        "2026-03-01, 2026-03-09, PUBLISHED, ARRIVED, 2026-03-01",
        "2026-03-01, 2026-03-10, PUBLISHED, ANNOUNCED, 2026-03-01",
        "2026-03-01, 2026-03-10, WEEK, ARRIVED, 2026-03-01",
        "2026-03-10, 2026-03-10, PUBLISHED, ARRIVED, 2026-03-10"
    })
    void aGuessReachesNoFurtherBackThanTheDayBefore(
            String first, String last, Precision precision, VisitStatus status, LocalDate from) {
        Claim claim = claim(fidan().between(first, last, precision).status(status));
        assertThat(claim.from()).isEqualTo(from);
        assertThat(claim.to()).isEqualTo(LocalDate.parse(last));
    }

    @Test
    void theDayIsThatOfTheWatchedPlace() {
        Claim claim = claim(fidan().published("2026-03-10T21:30:00Z"));
        assertThat(claim.told()).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void onlyADayIsDated() {
        assertThat(claim(fidan().on("2026-03-10")).dated()).isTrue();
        assertThat(claim(fidan().between("2026-03-09", "2026-03-15", Precision.WEEK))
                        .dated())
                .isFalse();
    }

    @Test
    void sixDaysAreWideAndFiveAreNot() {
        assertThat(claim(fidan().between("2026-03-09", "2026-03-14", Precision.WEEK))
                        .wide())
                .isFalse();
        assertThat(claim(fidan().between("2026-03-09", "2026-03-15", Precision.WEEK))
                        .wide())
                .isTrue();
    }

    @Test
    void daysBetweenAreCountedEitherWay() {
        Claim early = claim(fidan().between("2026-03-01", "2026-03-03", Precision.WEEK));
        Claim late = claim(fidan().on("2026-03-07"));
        assertThat(early.distance(late)).isEqualTo(4);
        assertThat(late.distance(early)).isEqualTo(4);
        assertThat(early.distance(claim(fidan().on("2026-03-02")))).isZero();
    }

    @Test
    void whatTellsOfAGatheringNamesItsGuests() {
        Reports turks = Reports.of("a").delegation("TR").published("2026-03-10");
        assertThat(claim(turks, Gathering.HUB).tier()).isEqualTo(VisitorMatch.Tier.NAMED);
        assertThat(claim(turks, Gathering.GUEST).tier()).isEqualTo(VisitorMatch.Tier.DELEGATION);
    }

    @Test
    void guessesAreTheSameByKeyOrBySeason() {
        VisitReport report = fidan().key("TR:hakan-fidan|baghdad|spring").build();
        VisitReport same = fidan().key("JO:ayman-safadi|baghdad|spring").build();
        VisitReport later = fidan().key("TR:hakan-fidan|baghdad|autumn").build();
        VisitReport any = fidan().key("TR:hakan-fidan|baghdad|any").build();
        VisitReport anyOther = fidan().key("JO:ayman-safadi|baghdad|any").build();
        assertThat(Claim.sameGuess(report, same)).isTrue();
        assertThat(Claim.sameGuess(any, any)).isTrue();
        assertThat(Claim.sameGuess(report, later)).isFalse();
        assertThat(Claim.sameGuess(any, anyOther)).as("neither guesses a time").isFalse();
        assertThat(Claim.sameGuess(any, report)).isFalse();
    }

    @Test
    void aGatheringIsWhatTheKeySays() {
        assertThat(Claim.ofGathering(fidan().key("gathering|baghdad|spring").build()))
                .isTrue();
        assertThat(Claim.ofGathering(fidan().key("TR:gathering|baghdad|spring").build()))
                .isFalse();
    }

    @Test
    void whatHasNoDateAnywhereIsUndated() {
        assertThat(Claim.undated(fidan().undated("|baghdad|spring").build())).isTrue();
        assertThat(Claim.undated(
                        fidan().undated("|baghdad|spring").on("2026-03-10").build()))
                .isFalse();
        assertThat(Claim.undated(fidan().build())).isFalse();
    }

    @Test
    void whatMayTellOfAnyVisitNamesOneVisitorAndNoTime() {
        String any = "|baghdad|any";
        assertThat(Claim.timeless(fidan().undated(any).build())).isTrue();
        assertThat(Claim.timeless(fidan().undated("|baghdad|spring").build())).isFalse();
        assertThat(Claim.timeless(fidan().delegation("JO").undated(any).build()))
                .isFalse();
        assertThat(Claim.timeless(Reports.of("a")
                        .office("TR", "foreign-minister")
                        .undated(any)
                        .build()))
                .isFalse();
        assertThat(Claim.timeless(fidan().season(any).build())).isFalse();
    }

    @Test
    void aStayIsTheDaysOfThoseWhoFoundedIt() {
        Claim first = claim(fidan().on("2026-03-10"));
        Claim second = claim(fidan().on("2026-03-12"));
        Cluster stay = new Cluster(List.of(first, second));
        stay.add(claim(fidan().on("2026-03-15")));
        assertThat(stay.first()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(stay.last()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(stay.founders()).isEqualTo(2);
        assertThat(stay.claims()).hasSize(3);
    }

    @Test
    void aStayTellsOfWhomItsFoundersNameAlone() {
        String key = "TR:hakan-fidan|baghdad|spring";
        Cluster alone = new Cluster(List.of(claim(fidan().season("|baghdad|spring"))));
        Cluster two = new Cluster(List.of(claim(fidan().delegation("JO").season("|baghdad|spring"))));
        assertThat(alone.tellsOf("TR:hakan-fidan")).isTrue();
        assertThat(alone.tellsOf("JO:ayman-safadi")).isFalse();
        assertThat(alone.hasKey(key)).isTrue();
        assertThat(two.tellsOf("TR:hakan-fidan")).isFalse();
        Cluster summit = new Cluster(List.of(claim(fidan().season("|baghdad|spring"), Gathering.HUB)));
        assertThat(summit.tellsOf("TR:hakan-fidan")).isFalse();
    }

    @Test
    void aGuestOfTheGatheringBelongsToItWhateverHisState() {
        Cluster summit = new Cluster(List.of(claim(fidan(), Gathering.HUB)));
        Reports safadi = Reports.of("b").visitor("Ayman Safadi", "JO", "foreign-minister");
        assertThat(summit.match(claim(safadi, Gathering.GUEST))).isEqualTo(VisitorMatch.OFFICE);
        assertThat(summit.match(claim(safadi, Gathering.NONE))).isEqualTo(VisitorMatch.NONE);
        assertThat(summit.match(claim(fidan(), Gathering.GUEST))).isEqualTo(VisitorMatch.SAME);
        assertThat(summit.matchOfPeople(claim(safadi, Gathering.GUEST))).isEqualTo(VisitorMatch.NONE);
        Cluster visit = new Cluster(List.of(claim(fidan(), Gathering.GUEST)));
        assertThat(visit.match(claim(safadi, Gathering.GUEST))).isEqualTo(VisitorMatch.NONE);
    }
}
