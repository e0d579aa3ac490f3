package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an analyst decides is applied once, noted in words, and refused in one line where it cannot be. */
class VerdictsTest {
    private static final Instant AT = Instant.parse("2026-03-11T12:00:00Z");
    private static final String DAY = "2026-03-10";

    private final VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
    private String fidan = "";
    private String safadi = "";

    private static Reports fidan(String article) {
        return Reports.of(article)
                .visitor("Hakan Fidan", "TR", "foreign-minister")
                .published(DAY)
                .on(DAY);
    }

    @BeforeEach
    void twoVisits() {
        fidan = opened(fidan("a"));
        book.apply(fidan("b").build());
        safadi = opened(Reports.of("c")
                .visitor("Ayman Safadi", "JO", "foreign-minister")
                .published(DAY)
                .on(DAY));
    }

    private String opened(Reports report) {
        return book.apply(report.build()).visits().get(0).id();
    }

    private Visit visit(String id) {
        return book.byId(id).orElseThrow().visit();
    }

    private List<VisitChange> told(Command command) {
        return book.apply(command).alerts().stream().map(Alert::change).toList();
    }

    @Test
    void refusesAVisitNobodyKnows() {
        Command command = Command.confirm("c1", "nowhere", AT, "ann", null);
        assertThat(book.refusal(command)).isEqualTo("command c1: no open visit nowhere; list them with alerts list");
        assertThat(book.apply(command).entries()).isEmpty();
    }

    @Test
    void refusesToRenameWhoDidNotCome() {
        assertThat(book.refusal(Command.rename("c1", fidan, "Q99", "Somebody", AT, "ann")))
                .isEqualTo("command c1: visit " + fidan + " has no visitor Q99");
        assertThat(book.refusal(Command.rename("c1", fidan, "TR:hakan-fidan", "Somebody", AT, "ann")))
                .isEmpty();
    }

    @Test
    void refusesToMergeWithWhatIsNotThereOrIsTheSameAlready() {
        assertThat(book.refusal(Command.merge("c1", fidan, "nowhere", AT, "ann")))
                .isEqualTo("command c1: no open visit nowhere to merge");
        assertThat(book.refusal(Command.merge("c1", fidan, safadi, AT, "ann"))).isEmpty();
        book.apply(Command.merge("c1", fidan, safadi, AT, "ann"));
        assertThat(book.refusal(Command.merge("c2", fidan, safadi, AT, "ann")))
                .isEqualTo("command c2: " + safadi + " is " + fidan + " already");
    }

    @Test
    void refusesToSplitOffWhatIsNotThereOrEverything() {
        assertThat(book.refusal(Command.split("c1", fidan, List.of("a/0/0", "x"), AT, "ann")))
                .isEqualTo("command c1: visit " + fidan + " has no report x");
        assertThat(book.refusal(Command.split("c1", fidan, List.of("a/0/0", "b/0/0"), AT, "ann")))
                .isEqualTo("command c1: a split must leave the visit at least one report");
        assertThat(book.refusal(Command.split("c1", fidan, List.of("b/0/0", "b/0/0"), AT, "ann")))
                .isEmpty();
    }

    @Test
    void eachVerdictIsNotedWithWhoAndWhenAndWhy() {
        book.apply(Command.confirm("c1", fidan, AT, "ann", null).noting("seen him"));
        book.apply(Command.rename("c2", fidan, "TR:hakan-fidan", "H. Fidan", AT, "bob"));
        book.apply(Command.silence("c3", fidan, AT.plusSeconds(60), AT, "ann"));
        book.apply(Command.merge("c4", fidan, safadi, AT, "ann"));
        book.apply(Command.split("c5", fidan, List.of("b/0/0", "c/0/0"), AT, "ann"));
        assertThat(visit(fidan).notes())
                .containsExactly(
                        AT + " ann: confirm: seen him",
                        AT + " bob: rename TR:hakan-fidan to H. Fidan",
                        AT + " ann: silence until " + AT.plusSeconds(60),
                        AT + " ann: merge " + safadi,
                        AT + " ann: split b/0/0, c/0/0");
    }

    @Test
    void aCommandCountsOnce() {
        Command command = Command.confirm("c1", safadi, AT, "ann", null);
        assertThat(told(command)).contains(VisitChange.CONFIRMED);
        assertThat(book.apply(command).entries()).isEmpty();
        assertThat(visit(safadi).notes()).hasSize(1);
    }

    @Test
    void aVisitorIsCalledWhatTheAnalystSays() {
        book.apply(Command.rename("c1", fidan, "TR:hakan-fidan", "H. Fidan", AT, "ann"));
        assertThat(visit(fidan).visitors()).extracting(Visitor::name).containsExactly("H. Fidan");
        book.apply(fidan("d").build());
        assertThat(visit(fidan).visitors()).extracting(Visitor::name).containsExactly("H. Fidan");
    }

    @Test
    void nobodyIsWokenByAVisitThatIsSilenced() {
        book.apply(Command.silence("c1", fidan, AT.plusSeconds(60), AT, "ann"));
        assertThat(visit(fidan).silencedUntil()).isEqualTo(AT.plusSeconds(60));
    }

    @Test
    void aRejectionIsToldOnceWithItsAuthor() {
        assertThat(book.apply(Command.reject("c1", fidan, AT, "ann", "a namesake"))
                        .alerts())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.change()).isEqualTo(VisitChange.RETRACTED);
                    assertThat(alert.summary()).contains("rejected by ann");
                });
        assertThat(visit(fidan).retracted()).isTrue();
        assertThat(told(Command.reject("c2", fidan, AT, "bob", null))).isEmpty();
    }

    @Test
    void mergedVisitsKeepEveryReportAndTheOtherIsClosed() {
        book.apply(Command.merge("c1", fidan, safadi, AT, "ann"));
        assertThat(visit(fidan).sources()).extracting(Visit.Source::articleId).containsExactly("a", "b", "c");
        assertThat(visit(safadi)).satisfies(gone -> {
            assertThat(gone.mergedInto()).isEqualTo(fidan);
            assertThat(gone.closed()).isTrue();
            assertThat(gone.sources()).isEmpty();
            assertThat(gone.updatedAt()).isEqualTo(AT);
        });
    }

    @Test
    void whatIsSplitOffStaysAwayFromNewReportsOfTheSameDay() {
        Visit split = book.apply(Command.split("c1", fidan, List.of("b/0/0"), AT, "ann")).visits().stream()
                .filter(v -> !v.id().equals(fidan))
                .findFirst()
                .orElseThrow();
        assertThat(split.notes()).containsExactly("split from " + fidan + " by ann");
        book.apply(fidan("d").build());
        assertThat(visit(fidan).sources())
                .extracting(Visit.Source::articleId)
                .contains("a")
                .doesNotContain("b");
        assertThat(visit(split.id()).sources())
                .extracting(Visit.Source::articleId)
                .contains("b")
                .doesNotContain("a");
    }
}
