package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under which government an article without a date was written, by the people it names. */
class GovernmentsTest {
    /** Text, and the surname of the head of government; empty when none, or several, fit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Iraqi Prime Minister Haider al-Abadi received a Kuwaiti delegation. | Abadi",
                "Iraqi Prime Minister Haider al-Abadi received US Secretary of State Mike Pompeo and Mohammed Shia al-Sudani. | Abadi",
                "US Secretary of State Rex Tillerson arrived in Baghdad. | Abadi",
                "US Secretary of State John Kerry arrived in Baghdad. | ",
                "US Secretary of State John Kerry and British Foreign Secretary Boris Johnson arrived in Baghdad. | Abadi",
                "British Foreign Secretary Boris Johnson arrived in Baghdad. | Abadi",
                "British Prime Minister Boris Johnson arrived in Baghdad. | ",
                "Former US Secretary of State Rex Tillerson arrived in Baghdad. | ",
                "Secretary Liisa Korhonen arrived in Baghdad. | ",
                "A Kuwaiti delegation arrived in Baghdad. | ",
            })
    void thePeopleNamedTellIt(String text, String surname) {
        String expected = surname == null ? "" : surname;
        assertThat(government(text)).isEqualTo(expected);
    }

    @Test
    void theOfficeThatOneSentenceGivesNarrowsANameThatAnotherGivesAlone() {
        assertThat(government("British Foreign Secretary Boris Johnson arrived in Baghdad. Johnson met officials."))
                .isEqualTo("Abadi");
        assertThat(government("Boris Johnson met officials. British Foreign Secretary Boris Johnson left Baghdad."))
                .isEqualTo("Abadi");
    }

    @Test
    void anotherCountryHasItsOwnGovernments() {
        List<Actor> named = Texts.actors("US Secretary of State Rex Tillerson arrived in Baghdad.");
        assertThat(Governments.of(Texts.GAZETTEER, "GB").underWhich(named)).isNotEqualTo(government(named));
        assertThat(Governments.of(Texts.GAZETTEER, "no such country").underWhich(named))
                .isEmpty();
    }

    private static String government(String text) {
        return government(Texts.actors(text))
                .map(id -> Objects.requireNonNull(Texts.GAZETTEER.person(id)).name())
                .map(name -> name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')) + 1))
                .orElse("");
    }

    private static Optional<String> government(List<Actor> actors) {
        return Governments.of(Texts.GAZETTEER, "IQ").underWhich(actors);
    }
}
