package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an article says that it was filed. */
class DatelineTest {
    /** Text, and the token its story begins with. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BAGHDAD - The minister said so. | 1",
                "BAGHDAD -- The minister said so. | 1",
                "BAGHDAD (Reuters) - The minister said so. | 2",
                "BAGHDAD (Reuters)- The minister said so. | 2",
                "BAGHDAD [Reuters] - The minister said so. | 2",
                "BAGHDAD (AFP (Paris)) - The minister said so. | 3",
                "BAGHDAD (Reuters) The minister said so. | 2",
                "BAGHDAD/Reuters The minister said so. | 1",
                "Baghdad: The minister said so. | 1",
                "BAGHDAD, Sept. 11 - The minister said so. | 3",
                "BAGHDAD, Iraq (AP) - The minister said so. | 3",
                "بغداد - قال الوزير ذلك. | 1",
                "بغداد / واع قال الوزير ذلك. | 1",
            })
    void isThePlaceBeforeTheDashTheSlashTheColonOrTheAgency(String text, int end) {
        Dateline line = Objects.requireNonNull(line(text));
        assertThat(line.spot().id()).isEqualTo("baghdad");
        assertThat(line.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Baghdad is quiet.",
                "Baghdad-based analysts said so - at length.",
                "Baghdad -based analysts said so.",
                "Baghdad's river rose. The city - as ever - waited.",
                "The people of Baghdad: they said so.",
                "Baghdad (the capital) is quiet.",
                "Baghdad saw the first of many long days of heavy rain without an end in sight today - it said.",
                "Baghdad () is quiet.",
                "",
            })
    void isNoPlaceThatTheSentenceItselfSpeaksOf(String text) {
        assertThat(line("The. " + text)).isNull();
        if (!text.isEmpty() && !text.contains("(the")) {
            assertThat(line(text)).isNull();
        }
    }

    @Test
    void standsInTheFirstSentenceOnlyAndOfAHeadlineOnlyBehindFrom() {
        assertThat(Texts.frames(Texts.article("", "It rained. BAGHDAD - The minister said so.", Texts.DAY), Texts.DAY)
                        .get(1)
                        .dateline())
                .isNull();
        assertThat(title("Baghdad: the minister said so")).isNull();
        assertThat(title("From Baghdad: the minister said so")).isNotNull();
    }

    @Test
    void aNameBeforeThePlaceMakesItTheSpeakers() {
        assertThat(line("Fidan from Baghdad: we stand by Iraq.")).isNull();
    }

    @Test
    void ofSeveralPlacesTheFirstIsWhereItWasFiled() {
        assertThat(Objects.requireNonNull(line("ANKARA, BAGHDAD - The minister said so."))
                        .spot()
                        .id())
                .isEqualTo("ankara");
    }

    private static @Nullable Dateline title(String title) {
        Frame frame = Texts.frames(Texts.article(title, "It rained.", Texts.DAY), Texts.DAY)
                .get(0);
        return dateline(frame);
    }

    private static @Nullable Dateline line(String text) {
        return dateline(Texts.frame(text));
    }

    private static @Nullable Dateline dateline(Frame frame) {
        return Dateline.of(
                frame.section(),
                frame.sentence(),
                new SpotFinder(frame.scene(), frame.pack()).find(frame.section(), frame.sentence(), frame.actors()));
    }
}
