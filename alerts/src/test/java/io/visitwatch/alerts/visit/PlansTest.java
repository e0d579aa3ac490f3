package io.visitwatch.alerts.visit;

import static io.visitwatch.alerts.visit.Book.assertTold;
import static io.visitwatch.alerts.visit.Book.visits;

import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitStatus;
import org.junit.jupiter.api.Test;

/** Which visit a plan speaks of. */
class PlansTest {
    private static Reports fidan(String article) {
        return Reports.of(article).visitor("Hakan Fidan", "TR", "foreign-minister");
    }

    private static Reports guler(String article) {
        return Reports.of(article).visitor("Yasar Guler", "TR", "defence-minister");
    }

    private static Reports turks(String article) {
        return Reports.of(article).delegation("TR").status(VisitStatus.ANNOUNCED);
    }

    private static Reports plan(Reports report, String published, String day) {
        return report.published(published).on(day).status(VisitStatus.ANNOUNCED);
    }

    @Test
    void aDelegationPlannedBesideANameIsHis() {
        assertTold(
                visits(plan(fidan("a"), "2026-03-10", "2026-03-20"), plan(turks("b"), "2026-03-11", "2026-03-20")),
                "a b");
    }

    @Test
    void aDelegationPlannedThreeWeeksLaterIsHisAndADayLaterIsNot() {
        assertTold(
                visits(plan(fidan("a"), "2026-03-01", "2026-03-29"), plan(turks("b"), "2026-03-22", "2026-03-29")),
                "a b");
        assertTold(
                visits(plan(fidan("a"), "2026-03-01", "2026-03-29"), plan(turks("b"), "2026-03-23", "2026-03-29")),
                "a",
                "b");
    }

    @Test
    void aDelegationOfAnotherStateIsAPlanOfItsOwn() {
        Reports jordanians = Reports.of("b").delegation("JO");
        assertTold(
                visits(plan(fidan("a"), "2026-03-10", "2026-03-20"), plan(jordanians, "2026-03-10", "2026-03-20")),
                "a",
                "b");
    }

    @Test
    void aDelegationGoesWithThePlanThatWasToldNext() {
        assertTold(
                visits(
                        plan(fidan("a"), "2026-03-01", "2026-03-25"),
                        plan(guler("b"), "2026-03-10", "2026-03-25"),
                        plan(turks("c"), "2026-03-09", "2026-03-25")),
                "a",
                "b c");
    }

    @Test
    void anOfficeGoesWithItsHolderHoweverNearAnotherPlanWasTold() {
        Reports minister = Reports.of("c").office("TR", "foreign-minister");
        assertTold(
                visits(
                        plan(fidan("a"), "2026-03-01", "2026-03-25"),
                        plan(guler("b"), "2026-03-10", "2026-03-25"),
                        plan(minister, "2026-03-10", "2026-03-25")),
                "a c",
                "b");
    }

    @Test
    void aDelegationWhosePlanCameTrueGoesWhereThatPlanWent() {
        assertTold(
                visits(
                        plan(fidan("plan"), "2026-03-10", "2026-03-20"),
                        turks("vague").published("2026-03-11"),
                        guler("other").published("2026-03-14").on("2026-03-14"),
                        fidan("visit").published("2026-03-20").on("2026-03-20")),
                "other",
                "plan vague visit");
    }

    @Test
    void anOfficePlannedForNoDayIsTheNextVisitOfItsHolder() {
        Reports minister = Reports.of("a").office("TR", "foreign-minister").status(VisitStatus.ANNOUNCED);
        assertTold(
                visits(
                        minister.published("2026-03-08"),
                        fidan("b").published("2026-03-12").on("2026-03-12")),
                "a b");
    }

    @Test
    void aPlanIsForTheNextVisitNotForTheOneWithTheName() {
        Reports minister = Reports.of("early")
                .office("TR", "foreign-minister")
                .published("2026-03-10")
                .on("2026-03-10");
        Reports plan = Reports.of("plan").office("TR", "foreign-minister").status(VisitStatus.ANNOUNCED);
        assertTold(
                visits(
                        plan.published("2026-03-08"),
                        minister,
                        fidan("late").published("2026-03-20").on("2026-03-20")),
                "early plan",
                "late");
    }

    @Test
    void twoDaysThatOneArticleNamesAreTwoPlansWhenFiveDaysLieBetween() {
        assertTold(
                visits(
                        plan(fidan("a"), "2026-03-01", "2026-03-10"),
                        plan(fidan("a").position(1), "2026-03-01", "2026-03-14")),
                "a");
        assertTold(
                visits(
                        plan(fidan("a"), "2026-03-01", "2026-03-10"),
                        plan(fidan("a").position(1), "2026-03-01", "2026-03-15")),
                "a",
                "a");
    }

    @Test
    void aPlanToldAgainAfterThreeWeeksIsTheSameAndADayLaterIsNot() {
        assertTold(
                visits(plan(fidan("a"), "2026-03-01", "2026-03-29"), plan(fidan("b"), "2026-03-22", "2026-03-29")),
                "a b");
        assertTold(
                visits(plan(fidan("a"), "2026-03-01", "2026-03-29"), plan(fidan("b"), "2026-03-23", "2026-03-29")),
                "a",
                "b");
    }

    @Test
    void twoNamesForAnOfficeThatHasOneHolderAreOnePlan() {
        Reports other = Reports.of("b").visitor("Haqqan Vydenn", "TR", "foreign-minister");
        assertTold(
                visits(plan(fidan("a"), "2026-03-01", "2026-03-10"), plan(other, "2026-03-02", "2026-03-10")), "a b");
    }

    @Test
    void aPlanThatIsPublishedWhenAllIsOverGoesToTheDayItNames() {
        Reports visit = fidan("a").published("2026-03-10").on("2026-03-10");
        assertTold(visits(visit, plan(fidan("b"), "2026-03-14", "2026-03-10")), "a b");
        assertTold(visits(visit, plan(guler("b"), "2026-03-14", "2026-03-10")), "a", "b");
    }

    @Test
    void aPlanForTheMonthThatIsPublishedWhenAllIsOverIsForAnotherVisit() {
        Reports month = fidan("b")
                .published("2026-03-14")
                .between("2026-03-01", "2026-03-31", Precision.MONTH)
                .status(VisitStatus.ANNOUNCED);
        assertTold(visits(fidan("a").published("2026-03-10").on("2026-03-10"), month), "a", "b");
    }
}
