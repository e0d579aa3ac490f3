package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.visit.Spot.Level;
import io.visitwatch.enrich.visit.Spot.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an article as a whole takes place. */
class SettingTest {
    private static final Spot BAGHDAD = spot(Level.PLACE, Role.NONE);
    private final Setting setting = new Setting();

    @Test
    void isTheWatchedPlaceWhenNoOtherIsNamed() {
        setting.note(List.of(BAGHDAD, spot(Level.COUNTRY, Role.IN)), null);
        assertThat(setting.onlyHere()).isEqualTo(BAGHDAD);
    }

    @Test
    void isTheFirstMentionOfIt() {
        setting.note(List.of(BAGHDAD), spot(Level.PLACE, Role.IN));
        setting.note(List.of(spot(Level.PLACE, Role.TO)), null);
        assertThat(setting.onlyHere()).isEqualTo(spot(Level.PLACE, Role.IN));
    }

    @Test
    void isTheDatelineWhereNothingElseNamesIt() {
        setting.note(List.of(), BAGHDAD);
        assertThat(setting.onlyHere()).isEqualTo(BAGHDAD);
    }

    @Test
    void isUnknownWhereTheCountryAloneIsNamedOrThePlaceIsLeftOrStandsWithAnotherNoun() {
        setting.note(
                List.of(
                        spot(Level.COUNTRY, Role.IN),
                        spot(Level.PLACE, Role.FROM),
                        spot(Level.PLACE, Role.IN).asLoose()),
                null);
        assertThat(setting.onlyHere()).isNull();
    }

    @Test
    void isUnknownOnceSomebodyIsPutElsewhere() {
        for (Role role : List.of(Role.IN, Role.TO)) {
            Setting other = new Setting();
            other.note(List.of(BAGHDAD, spot(Level.ABROAD, role)), null);
            assertThat(other.onlyHere()).isNull();
        }
        setting.note(List.of(BAGHDAD), spot(Level.ELSEWHERE, Role.NONE));
        assertThat(setting.onlyHere()).isNull();
    }

    @Test
    void aCountryThatIsOnlyNamedOrLeftPutsNobodyElsewhere() {
        setting.note(List.of(BAGHDAD, spot(Level.ABROAD, Role.NONE), spot(Level.ABROAD, Role.FROM)), null);
        assertThat(setting.onlyHere()).isEqualTo(BAGHDAD);
    }

    private static Spot spot(Level level, Role role) {
        return new Spot(0, 1, level, "place", null, role, /* loose= */ false);
    }
}
