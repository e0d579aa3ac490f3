package io.visitwatch.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.schedule.Health;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Words of the dashboard. */
class MessagesTest {
    private static final Pattern SLOT = Pattern.compile("\\{[0-9]}");

    /** Script a translation must be written in. */
    private static final Map<String, Character.UnicodeScript> SCRIPTS = Map.of(
            "ar", Character.UnicodeScript.ARABIC,
            "fa", Character.UnicodeScript.ARABIC,
            "ckb", Character.UnicodeScript.ARABIC);

    static Stream<String> languages() {
        return Messages.LANGUAGES.keySet().stream();
    }

    private static Messages in(String language) {
        return Messages.of(language, null);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEveryStringInEveryLanguageWithTheSameSlots(String language) {
        assertThat(in(language).keys()).isEqualTo(in("en").keys());
        for (String key : in("en").keys()) {
            assertThat(in(language).get(key)).as(language + " " + key).isNotBlank();
            assertThat(slots(in(language).get(key))).as(language + " " + key).isEqualTo(slots(in("en").get(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isTranslatedRatherThanCopied(String language) {
        if (language.equals("en")) {
            return;
        }
        long same = in("en").keys().stream()
                .filter(key -> in(language).get(key).equals(in("en").get(key)))
                .count();
        assertThat(same).isLessThan(in("en").keys().size() / 20);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isWrittenInTheScriptOfItsLanguage(String language) {
        Character.UnicodeScript script = SCRIPTS.getOrDefault(language, Character.UnicodeScript.LATIN);
        for (String key : in(language).keys()) {
            boolean written = in(language).get(key).codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
            assertThat(written).as(language + " " + key).isTrue();
        }
    }

    @Test
    void namesEveryValueOfTheModel() {
        Stream<String> values = Stream.of(
                        names("status.", VisitStatus.values()),
                        names("change.", VisitChange.values()),
                        names("claim.", VisitStatus.Coarse.values()),
                        names("class.", SourceClass.values()).map(key -> key.replace('_', '-')),
                        names("health.", Health.Kind.values()).map(key -> key.replace('_', '-')),
                        names("command.", io.visitwatch.alerts.command.Verdict.values()))
                .flatMap(s -> s);
        assertThat(in("en").keys()).containsAll(values.toList());
    }

    @Test
    void namesEveryKindOfOffice() throws IOException {
        try (InputStream kinds =
                Messages.class.getResourceAsStream("/io/visitwatch/enrich/gazetteer/office-kinds.tsv")) {
            List<String> keys = new String(kinds.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> "office." + line.substring(0, line.indexOf('\t')))
                    .toList();
            assertThat(keys).hasSizeGreaterThan(90);
            assertThat(in("en").keys()).containsAll(keys);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ar | - | ar",
                "- | ar-IQ,en;q=0.5 | ar",
                "- | ku,en;q=0.5 | kmr",
                "- | ckb-IQ | ckb",
                "- | ja, fr;q=0.4 | fr",
                "- | ar;q=0, en | en",
                "xx | fa | fa",
                "- | ;;;=,, | en",
                "- | - | en"
            })
    void choosesTheLanguageAskedForElseTheOneAccepted(String asked, String accepted, String expected) {
        assertThat(Messages.of(asked, accepted).language()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ar,rtl", "fa-IR,rtl", "ckb,rtl", "kmr,ltr", "en,ltr", "und,auto", "he,rtl"})
    void knowsTheDirectionOfALanguage(String language, String direction) {
        assertThat(Messages.direction(language)).isEqualTo(direction);
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name().toLowerCase(Locale.ROOT));
    }

    private static List<String> slots(String text) {
        return SLOT.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
