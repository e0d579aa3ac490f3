package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report tells of a summit. */
class GatheringTest {
    private static Reports guest(String words) {
        return Reports.of("a").visitor("Hakan Fidan", "TR", "foreign-minister").saying(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fidan arrived for the summit.",
                "وصل فيدان للمشاركة في القمة",
                "Fidan zirveye katılmak için geldi.",
                "Fidan kam zum Gipfeltreffen.",
                "Фидан прибыл на Саммит"
            })
    void oneGuestOfAGatheringIsAGuest(String words) {
        assertThat(Gathering.of(guest(words).build())).isEqualTo(Gathering.GUEST);
    }

    @Test
    void thePurposeMaySayIt() {
        assertThat(Gathering.of(guest("Fidan arrived.")
                        .purpose("to attend the Baghdad conference")
                        .build()))
                .isEqualTo(Gathering.GUEST);
    }

    @Test
    void talksOfTwoAreNone() {
        assertThat(Gathering.of(guest("Fidan arrived for talks.").build())).isEqualTo(Gathering.NONE);
        assertThat(Gathering.of(guest("Fidan and Moreau came for talks.")
                        .visitor("Ada Moreau", "FR", "foreign-minister")
                        .build()))
                .isEqualTo(Gathering.NONE);
    }

    @Test
    void guestsOfThreeStatesAreTheGatheringItself() {
        Reports three = guest("They arrived.")
                .visitor("Ada Moreau", "FR", "foreign-minister")
                .visitor("Jan Berg", "DE", "foreign-minister");
        assertThat(Gathering.of(three.build())).isEqualTo(Gathering.HUB);
    }

    @Test
    void threeGuestsOfTwoStatesAreNone() {
        Reports three = guest("They arrived.")
                .visitor("Yasar Guler", "TR", "defence-minister")
                .visitor("Ada Moreau", "FR", "foreign-minister");
        assertThat(Gathering.of(three.build())).isEqualTo(Gathering.NONE);
    }

    @Test
    void anOrganisationThatMeetsIsTheGatheringAndOneThatTalksIsNone() {
        assertThat(Gathering.of(Reports.of("a")
                        .visitor("Sami Haddad", "ARAB-LEAGUE", "secretary-general")
                        .saying("The secretary-general opened the summit.")
                        .build()))
                .isEqualTo(Gathering.HUB);
        assertThat(Gathering.of(Reports.of("a")
                        .visitor("Sami Haddad", "ARAB-LEAGUE", "secretary-general")
                        .saying("The secretary-general came for talks.")
                        .build()))
                .isEqualTo(Gathering.NONE);
    }
}
