package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import io.visitwatch.model.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two mentions may mean one visitor. */
class VisitorMatchTest {
    private static Visitor visitor(String id, String name, String country, String office, int rank) {
        return new Visitor(id, name, country, office, null, rank);
    }

    private static Visitor named(String name, String office) {
        return visitor("TR:" + name, name, "TR", office, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "Q0, true",
        "Q9, true",
        "Q123, true",
        "Q, false",
        "Q12a, false",
        "Q1/2, false",
        "Q1:, false",
        "12, false"
    })
    void aPersonIsKnownByANumberOfTheGazetteer(String id, boolean known) {
        assertThat(VisitorMatch.known(visitor(id, "", "TR", "foreign-minister", 2)))
                .isEqualTo(known);
    }

    @Test
    void twoKnownPeopleOfOneNameAreTwo() {
        assertThat(VisitorMatch.of(
                        visitor("Q1", "Hakan Fidan", "TR", "foreign-minister", 2),
                        visitor("Q2", "Hakan Fidan", "TR", "foreign-minister", 2)))
                .isEqualTo(VisitorMatch.NONE);
        assertThat(VisitorMatch.of(
                        visitor("Q1", "Hakan Fidan", "TR", "foreign-minister", 2), named("Hakan Fidan", "spokesman")))
                .isEqualTo(VisitorMatch.SAME);
    }

    @Test
    void twoNamesForAnOfficeAreOneWhereTheOfficeHasOneHolder() {
        assertThat(VisitorMatch.of(named("Fidan", "foreign-minister"), named("Guler", "foreign-minister")))
                .isEqualTo(VisitorMatch.OFFICE);
        assertThat(VisitorMatch.of(named("Fidan", "minister"), named("Guler", "minister")))
                .as("there are many ministers")
                .isEqualTo(VisitorMatch.NONE);
        assertThat(VisitorMatch.of(named("Fidan", "foreign-minister"), named("Guler", "defence-minister")))
                .isEqualTo(VisitorMatch.NONE);
        Visitor third = visitor("TR:Bolat", "Bolat", "TR", "spokesman", 3);
        assertThat(VisitorMatch.of(third, visitor("TR:Guler", "Guler", "TR", "spokesman", 3)))
                .as("lower ranks have many holders")
                .isEqualTo(VisitorMatch.NONE);
    }

    @Test
    void anOfficeIsItsHolderOfTheSameState() {
        Visitor office = visitor("office:TR:foreign-minister", "", "TR", "foreign-minister", 2);
        assertThat(VisitorMatch.of(office, named("Fidan", "foreign-minister"))).isEqualTo(VisitorMatch.OFFICE);
        assertThat(VisitorMatch.of(office, named("Guler", "defence-minister"))).isEqualTo(VisitorMatch.NONE);
        assertThat(VisitorMatch.of(office, visitor("JO:x", "Safadi", "JO", "foreign-minister", 2)))
                .isEqualTo(VisitorMatch.NONE);
    }

    @Test
    void aDelegationMayBeAnybodyOfItsState() {
        Visitor delegation = visitor("delegation:TR", "", "TR", "delegation", 4);
        assertThat(VisitorMatch.of(delegation, delegation)).isEqualTo(VisitorMatch.DELEGATION);
        assertThat(VisitorMatch.of(delegation, named("Fidan", "foreign-minister")))
                .isEqualTo(VisitorMatch.DELEGATION);
        assertThat(VisitorMatch.of(delegation, visitor("delegation:JO", "", "JO", "delegation", 4)))
                .isEqualTo(VisitorMatch.NONE);
    }

    @Test
    void whoIsNotNamedIsAnOfficeUnlessTheOfficeSaysNothing() {
        assertThat(VisitorMatch.tier(visitor("office:TR:x", "", "TR", "foreign-minister", 2)))
                .isEqualTo(Tier.OFFICE);
        assertThat(VisitorMatch.tier(visitor("office:TR:x", "", "TR", "minister", 2)))
                .isEqualTo(Tier.DELEGATION);
        assertThat(VisitorMatch.tier(visitor("delegation:TR", "", "TR", "foreign-minister", 2)))
                .isEqualTo(Tier.DELEGATION);
        assertThat(VisitorMatch.tier(visitor("Q1", "", "TR", "minister", 2))).isEqualTo(Tier.NAMED);
    }
}
