package io.visitwatch.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names of people added to the bundled ones: each is found, and kept as it is written. */
class ManyNamesTest {
    private static final List<String> NAMES = List.of(
            "Karalen Modoski",
            "Jean-Qarin Dolevani",
            "O'Brilen Zemano",
            "Øystein Vibertun",
            "J. Q. Tolenbera",
            "كرلين مودسكي",
            "Карален Модоский",
            "Karalen Modoski");

    private static final Gazetteer GAZETTEER = Gazetteer.bundledWith(
            List.of(sink -> {
                for (int i = 0; i < NAMES.size(); i++) {
                    sink.addPerson("made:" + i, NAMES.get(i), false);
                }
                for (int i = 0; i < 20_000; i++) {
                    sink.addPerson("other:" + i, "Bertun Qaji" + Integer.toString(i, 36), false);
                }
            }),
            "many");

    private static List<String> idsIn(String text) {
        return GAZETTEER.find(Normalizer.fold(text), "und").stream()
                .filter(match -> match.kind() == MatchKind.PERSON)
                .flatMap(match -> match.ids().stream())
                .toList();
    }

    @Test
    void eachIsFoundInText() {
        for (int i = 0; i < NAMES.size(); i++) {
            assertThat(idsIn("Yesterday " + NAMES.get(i) + " spoke.")).contains("made:" + i);
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(idsIn("bertun QAJI" + Integer.toString(i, 36))).containsExactly("other:" + i);
        }
    }

    @Test
    void aNameOfTwoPeopleMeansBoth() {
        assertThat(idsIn("Karalen Modoski")).containsExactly("made:0", "made:7");
        assertThat(GAZETTEER.sharedNames()).containsEntry("karalen modoski", List.of("made:0", "made:7"));
    }

    @Test
    void eachKeepsTheNameItWasGiven() {
        for (int i = 0; i < NAMES.size(); i++) {
            assertThat(Objects.requireNonNull(GAZETTEER.person("made:" + i)).name())
                    .isEqualTo(NAMES.get(i));
        }
    }

    @Test
    void nothingIsFoundThatIsNotThere() {
        assertThat(idsIn("Bertun Qajizzzz met Bertun and Qaji7; Karalen, Modoski"))
                .isEmpty();
        assertThat(GAZETTEER.person("other:20000")).isNull();
    }

    @Test
    void eachIsKnownByItsNameInAnotherSpelling() {
        assertThat(GAZETTEER.byName("Karalin Modoskiy", null, null, null))
                .extracting(match -> match.person().id())
                .contains("made:0", "made:7");
    }
}
