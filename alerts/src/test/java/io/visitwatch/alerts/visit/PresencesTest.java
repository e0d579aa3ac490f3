package io.visitwatch.alerts.visit;

import static io.visitwatch.alerts.visit.Book.assertTold;
import static io.visitwatch.alerts.visit.Book.visits;

import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which reports that somebody was there tell of one stay. */
class PresencesTest {
    private static Reports fidan(String article) {
        return Reports.of(article).visitor("Hakan Fidan", "TR", "foreign-minister");
    }

    private static Reports there(Reports report, String day) {
        return report.published(day).on(day);
    }

    /** One article for each day of March, all published on the 30th, the last day first. */
    private static Reports[] inRetrospect(int... days) {
        List<Reports> reports = new ArrayList<>();
        for (int day : days) {
            String date = String.format(Locale.ROOT, "2026-03-%02d", day);
            String hour = String.format(Locale.ROOT, "2026-03-30T%02d:00:00Z", 23 - day % 24);
            reports.add(fidan("d" + day).published(hour).on(date));
        }
        return reports.toArray(Reports[]::new);
    }

    @Test
    void fourDaysAreOneStayAndFiveAreTwo() {
        assertTold(visits(there(fidan("a"), "2026-03-10"), there(fidan("b"), "2026-03-14")), "a b");
        assertTold(visits(there(fidan("a"), "2026-03-10"), there(fidan("b"), "2026-03-15")), "a", "b");
    }

    @Test
    void anOfficeJoinsItsHolderAcrossFourDaysAndNotFive() {
        Reports minister = Reports.of("b").office("TR", "foreign-minister");
        assertTold(visits(there(fidan("a"), "2026-03-10"), there(minister, "2026-03-14")), "a b");
        assertTold(visits(there(fidan("a"), "2026-03-10"), there(minister, "2026-03-15")), "a", "b");
    }

    @Test
    void anOfficeOfAnotherStateStaysByItselfOnTheSameDay() {
        Reports minister = Reports.of("b").office("JO", "foreign-minister");
        assertTold(visits(there(fidan("a"), "2026-03-10"), there(minister, "2026-03-10")), "a", "b");
    }

    @Test
    void anOfficeBetweenTwoStaysOfItsHolderGoesToTheNearer() {
        Reports minister = Reports.of("c").office("TR", "foreign-minister");
        assertTold(
                visits(there(fidan("a"), "2026-03-10"), there(fidan("b"), "2026-03-16"), there(minister, "2026-03-12")),
                "a c",
                "b");
    }

    @Test
    void whoWasThereSomeTimeInAMonthWasThereWhenOthersSaySo() {
        Reports month = fidan("month")
                .published("2026-04-15")
                .between("2026-03-01", "2026-03-31", Precision.MONTH)
                .status(VisitStatus.ENDED);
        assertTold(visits(there(fidan("a"), "2026-03-10"), month), "a month");
        assertTold(visits(month), "month");
    }

    @Test
    void whoWasThereSomeTimeInAMonthHoldsNoTwoStaysTogether() {
        Reports month = fidan("month")
                .published("2026-04-15")
                .between("2026-03-01", "2026-03-31", Precision.MONTH)
                .status(VisitStatus.ENDED);
        assertTold(visits(there(fidan("a"), "2026-03-05"), there(fidan("b"), "2026-03-20"), month), "a", "b month");
    }

    @Test
    void whoIsSeenOnTheDayAfterHeLeftNeverLeft() {
        assertTold(
                visits(
                        there(fidan("a"), "2026-03-10"),
                        there(fidan("b"), "2026-03-11").status(VisitStatus.ENDED),
                        there(fidan("c"), "2026-03-12"),
                        there(fidan("d"), "2026-03-13")),
                "a b c d");
    }

    @Test
    void threeWeeksAreOneStayAndADayMoreIsParted() {
        assertTold(visits(inRetrospect(1, 5, 9, 13, 17, 21, 22)), "d1 d13 d17 d21 d22 d5 d9");
        assertTold(visits(inRetrospect(1, 5, 9, 13, 17, 21, 23)), "d1", "d13 d17 d21 d23 d5 d9");
    }
}
