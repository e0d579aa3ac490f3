package io.visitwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageDetectorTest {
    /** Share of headlines that must be told right, over all and in every language. */
    private static final double OVERALL = 0.97;

    private static final double EACH = 0.85;

    @ParameterizedTest
    @MethodSource("io.visitwatch.enrich.text.Locales#all")
    void tellsTheLanguageOfAHeadline(Locale locale) {
        Locales.under(locale, LanguageDetectorTest::checkHeadlines);
    }

    private static void checkHeadlines() {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        List<List<String>> rows = TextTable.read("headlines.tsv", 3);
        for (List<String> row : rows) {
            LanguageGuess guess = LanguageDetector.guess(row.get(2));
            int[] count = counts.computeIfAbsent(row.get(0) + "-" + row.get(1), key -> new int[2]);
            count[1]++;
            if (guess.language().equals(row.get(0)) && guess.script().equals(row.get(1))) {
                count[0]++;
                right++;
            } else {
                wrong.add(row + " read as " + guess);
            }
        }
        assertThat(right / (double) rows.size()).as("wrong: %s", wrong).isGreaterThanOrEqualTo(OVERALL);
        counts.forEach((language, count) -> assertThat(count[0] / (double) count[1])
                .as("%s, wrong: %s", language, wrong)
                .isGreaterThanOrEqualTo(count[1] < 10 ? 0.6 : EACH));
    }

    @Test
    void believesThePageOnlyInCloseCases() {
        assertThat(LanguageDetector.guess("Baku 2024", "az-AZ").language()).isEqualTo("az");
        assertThat(LanguageDetector.guess("وزیر امور خارجه وارد بغداد شد و با مقامات دیدار کرد", "ar")
                        .language())
                .isEqualTo("fa");
        assertThat(LanguageDetector.guess("Wezîr li Bexdayê bi hevtayê xwe re civiya", "ku")
                        .language())
                .isEqualTo("kmr");
    }

    @Test
    void saysWhenNothingShowsTheLanguage() {
        assertThat(LanguageDetector.guess("")).isEqualTo(LanguageGuess.NONE);
        assertThat(LanguageDetector.detect("2024 – 3:0 !!!")).isEqualTo("und");
        assertThat(LanguageDetector.guess("ᚠᚢᚦᚨᚱᚲ").language()).isEqualTo("und");
    }

    @Test
    void namesInAnotherScriptDoNotDecide() {
        assertThat(LanguageDetector.detect("وزير الخارجية Hakan Fidan يصل إلى بغداد"))
                .isEqualTo("ar");
        assertThat(LanguageDetector.detect("The minister, عراقچی, was received in Baghdad"))
                .isEqualTo("en");
    }

    @Test
    void readsTheStartOfALongTextOnly() {
        String text = "وصل الوزير إلى بغداد اليوم. ".repeat(100);
        assertThat(LanguageDetector.guess(text + "x".repeat(5_000_000)).language())
                .isEqualTo("ar");
    }
}
