package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who came, by all that was told. */
class DelegationTest {
    private static List<String> names(Reports... reports) {
        return visitors(reports).stream().map(Visitor::name).toList();
    }

    private static List<Visitor> visitors(Reports... reports) {
        return Delegation.of(reports(reports), Map.of());
    }

    private static List<VisitReport> reports(Reports... reports) {
        return Stream.of(reports).map(Reports::build).toList();
    }

    private static Reports told(String article, String id, String name, String office) {
        return Reports.of(article).visitor(id, name, "TR", office);
    }

    @Test
    void spellingsOfOneNameAreOneVisitorUnderTheLatinOne() {
        Reports arabic = told("a", "Q7", "هاكان فيدان", "foreign-minister");
        Reports latin = told("b", "Q7", "Hakan Fidan", "foreign-minister");
        assertThat(names(arabic, latin)).containsExactly("Hakan Fidan");
        assertThat(names(latin, arabic)).as("in any order").containsExactly("Hakan Fidan");
    }

    @Test
    void theLongerNameWinsAmongThoseOfOneScript() {
        Reports surname = told("a", "Q7", "Fidan", "foreign-minister");
        Reports whole = told("b", "Q7", "Hakan Fidan", "foreign-minister");
        assertThat(names(surname, whole)).containsExactly("Hakan Fidan");
        assertThat(names(whole, surname)).containsExactly("Hakan Fidan");
    }

    @Test
    void anOfficeWithoutANameGivesWayToItsHolder() {
        Reports office = Reports.of("a").office("TR", "foreign-minister");
        Reports named = told("b", "Q7", "Hakan Fidan", "foreign-minister");
        assertThat(names(office, named)).containsExactly("Hakan Fidan");
        assertThat(names(Reports.of("a").office("TR", "foreign-minister"))).containsExactly("");
    }

    @Test
    void aNameWithoutOfficeBorrowsItFromAnotherMention() {
        Reports bare = Reports.of("a").visitor("Q7", "Hakan Fidan", "TR", null);
        Reports surname = told("b", "Q7", "Fidan", "foreign-minister");
        assertThat(visitors(bare, surname)).singleElement().satisfies(visitor -> {
            assertThat(visitor.name()).isEqualTo("Hakan Fidan");
            assertThat(visitor.officeKind()).isEqualTo("foreign-minister");
        });
    }

    @Test
    void whoHeadsMoreReportsStandsFirst() {
        Reports first = told("a", "Q7", "Hakan Fidan", "foreign-minister")
                .visitor("Q8", "Yasar Guler", "TR", "defence-minister");
        Reports second = told("b", "Q8", "Yasar Guler", "defence-minister");
        Reports third = told("c", "Q8", "Yasar Guler", "defence-minister");
        assertThat(names(first, second, third)).containsExactly("Yasar Guler", "Hakan Fidan");
        assertThat(names(third, second, first)).containsExactly("Yasar Guler", "Hakan Fidan");
    }

    @Test
    void ministersOfTwoStatesAreTwo() {
        Reports both = told("a", "Q7", "Hakan Fidan", "foreign-minister")
                .visitor("Q9", "Ada Moreau", "FR", "foreign-minister");
        assertThat(names(both)).containsExactlyInAnyOrder("Hakan Fidan", "Ada Moreau");
    }

    @Test
    void anAnalystsNameReplacesTheOneTold() {
        List<VisitReport> told = reports(told("a", "Q7", "Fidan", "foreign-minister"));
        assertThat(Delegation.of(told, Map.of("Q7", "Hakan Fidan", "Q8", "Yasar Guler")))
                .extracting(Visitor::name)
                .containsExactly("Hakan Fidan");
    }
}
