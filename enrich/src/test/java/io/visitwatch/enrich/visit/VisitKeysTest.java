package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first guess at which reports speak of one visit. */
class VisitKeysTest {
    private static final LocalDate DAY = LocalDate.of(2017, 10, 24);
    private static final Visitor TILLERSON = new Visitor("Q331401", "Тиллерсон", "US", "foreign-minister", null, 2);
    private static final Visitor KORHONEN = new Visitor("x", " Liisa  Korhonen ", "FI", "minister", null, 2);
    private static final Visitor DELEGATION = new Visitor("delegation:KW", "", "KW", "delegation", null, 4);

    @Test
    void aDatedVisitFallsUnderTheGovernmentOfItsDay() {
        assertThat(key(TILLERSON, DAY, "")).isEqualTo("person:US:TLRSN|baghdad|" + abadi());
        assertThat(key(DELEGATION, DAY, "")).isEqualTo("delegation:KW|baghdad|" + abadi());
    }

    @Test
    void aVisitWithoutADateFallsUnderTheGovernmentOfThePeopleNamedElseUnderAny() {
        assertThat(key(KORHONEN, null, "US Secretary of State Rex Tillerson was in Baghdad."))
                .isEqualTo(key(KORHONEN, DAY, ""));
        assertThat(key(KORHONEN, null, "")).endsWith("|baghdad|any");
    }

    @Test
    void aDayWithoutAKnownGovernmentStandsUnderItsYear() {
        assertThat(key(TILLERSON, LocalDate.of(1931, 1, 1), "")).endsWith("|baghdad|1931");
    }

    @Test
    void theGuestsOfAGatheringMakeOneVisitOfTheYear() {
        assertThat(key(null, DAY, "")).isEqualTo("gathering|baghdad|2017");
        assertThat(key(null, null, "")).isEqualTo("gathering|baghdad|any");
    }

    @Test
    void aStrangerGoesByTheLastWordOfHisNameAndOneWithoutANameByHisId() {
        assertThat(key(KORHONEN, DAY, "")).startsWith("person:FI:KRNN|");
        assertThat(key(new Visitor("y", "Korhonen", "FI", null, null, 5), DAY, ""))
                .startsWith("person:FI:KRNN|");
        assertThat(key(DELEGATION, null, "")).startsWith("delegation:KW|");
    }

    private static String abadi() {
        return Texts.GAZETTEER
                .holder("IQ", "head-of-government", DAY)
                .orElseThrow()
                .person()
                .id();
    }

    private static String key(@Nullable Visitor visitor, @Nullable LocalDate day, String names) {
        List<Actor> actors = names.isEmpty() ? List.of() : Texts.actors(names);
        return VisitKeys.key(Texts.scene(day), visitor, day, actors);
    }
}
