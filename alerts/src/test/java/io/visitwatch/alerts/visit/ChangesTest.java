package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a visit when something about it changes, in which words, and that nothing is told twice. */
class ChangesTest {
    private static final String DAY = "2026-03-10";

    private final VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
    private final List<Alert> told = new ArrayList<>();

    private void read(Reports report) {
        told.addAll(book.apply(report.build()).alerts());
    }

    private List<String> lines(VisitChange change) {
        return told.stream()
                .filter(a -> a.change() == change)
                .map(Alert::summary)
                .toList();
    }

    private static Reports on(String article, String day) {
        return Reports.of(article).published(DAY).on(day);
    }

    private static Reports fidan(String article) {
        return on(article, DAY).visitor("Hakan Fidan", "TR", "foreign-minister");
    }

    @Test
    void aNameForAnOfficeIsTheVisitor() {
        read(on("a", DAY).office("TR", "foreign-minister"));
        read(fidan("b"));
        assertThat(lines(VisitChange.VISITOR_ADDED))
                .singleElement()
                .asString()
                .startsWith("Hakan Fidan")
                .contains(" is the visitor: ");
    }

    @Test
    void aSecondNameComesToo() {
        read(fidan("a"));
        read(fidan("b").visitor("Omer Bolat", "TR", "trade-minister"));
        read(fidan("c").visitor("Omer Bolat", "TR", "trade-minister"));
        assertThat(lines(VisitChange.VISITOR_ADDED))
                .singleElement()
                .asString()
                .startsWith("Omer Bolat")
                .contains(" comes too: ");
    }

    @Test
    void whoCameInTheFirstReportIsNotToldAgain() {
        read(fidan("a").visitor("Omer Bolat", "TR", "trade-minister").host("h1", "Fuad Hussein", "foreign-minister"));
        read(fidan("b").visitor("Omer Bolat", "TR", "trade-minister").host("h1", "Fuad Hussein", "foreign-minister"));
        assertThat(lines(VisitChange.VISITOR_ADDED)).isEmpty();
        assertThat(lines(VisitChange.HOST_MET)).isEmpty();
    }

    @Test
    void eachHostIsToldOnce() {
        read(fidan("a"));
        read(fidan("b").host("h1", "Fuad Hussein", "foreign-minister"));
        read(fidan("c").host("h2", "Abdul Latif Rashid", "head-of-state"));
        read(fidan("d").host("h1", "Fuad Hussein", "foreign-minister"));
        assertThat(lines(VisitChange.HOST_MET))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(" met ").contains(" in Baghdad"));
    }

    @Test
    void saysHowManyConfirm() {
        read(fidan("a"));
        read(fidan("b"));
        assertThat(lines(VisitChange.CONFIRMED)).singleElement().asString().endsWith(": 2 independent sources");
    }

    @Test
    void aPlanPutOffNamesTheDayItWasFor() {
        read(planned("a", "2026-03-15"));
        read(planned("b", "2026-03-18"));
        assertThat(lines(VisitChange.DATES_CHANGED))
                .singleElement()
                .asString()
                .contains("2026-03-18")
                .contains(", not")
                .contains("2026-03-15");
    }

    @Test
    void aDayForAPlanThatHadNoneIsNoCorrection() {
        read(on("a", DAY)
                .visitor("Hakan Fidan", "TR", "foreign-minister")
                .status(VisitStatus.ANNOUNCED)
                .between("2026-03-10", "2026-03-10", VisitDates.Precision.PUBLISHED));
        read(planned("b", "2026-03-15"));
        assertThat(lines(VisitChange.DATES_CHANGED))
                .singleElement()
                .asString()
                .contains("2026-03-15")
                .doesNotContain(", not");
    }

    @Test
    void whatIsPutOffTwiceIsToldOnce() {
        read(planned("a", "2026-03-20"));
        read(planned("b", "2026-03-20").published("2026-03-11").status(VisitStatus.POSTPONED));
        read(planned("c", "2026-03-20").published("2026-03-12"));
        read(planned("d", "2026-03-20").published("2026-03-13").status(VisitStatus.POSTPONED));
        assertThat(told).extracting(Alert::id).doesNotHaveDuplicates();
        assertThat(told)
                .filteredOn(a -> a.change() == VisitChange.STATUS_CHANGED)
                .extracting(a -> a.visit().status())
                .containsExactly(VisitStatus.POSTPONED);
    }

    private static Reports planned(String article, String day) {
        return on(article, day).visitor("Hakan Fidan", "TR", "foreign-minister").status(VisitStatus.ANNOUNCED);
    }

    @Test
    void aReportThatIsReadAgainTellsNothing() {
        VisitReport report = fidan("a").build();
        assertThat(book.apply(report).alerts()).hasSize(1);
        assertThat(book.apply(report).alerts()).isEmpty();
    }
}
