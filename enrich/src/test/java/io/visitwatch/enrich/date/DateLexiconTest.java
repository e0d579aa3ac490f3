package io.visitwatch.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.date.DateLexicon.Hit;
import io.visitwatch.enrich.date.DateLexicon.Kind;
import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables of a language say is found in its words, endings and prefixes included; nothing else is. */
class DateLexiconTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // language | kind | words | value | words taken
                "en | MONTH | september 2024 | 9 | 1",
                "en | DAY | the day before yesterday he left | -2 | 4",
                "en | DAY | yesterday | -1 | 1",
                "en | DAY | the day before | - | 0",
                "en | WEEKDAY | sundays | - | 0",
                "en | MONTHCUE | september | - | 0",
                "tr | WEEKDAY | pazartesi günü geldi | 1 | 2",
                "tr | MONTH | eylülde | 9 | 1",
                "tr | MONTH | eylülxx | - | 0",
                "tr | DAY | önceki günün | -2 | 2",
                "tr | DAY | önceki günxx | - | 0",
                "tr | DAY | önceki | - | 0",
                "ar | WEEKDAY | والثلاثاء | 2 | 1",
                "ar | WEEKDAY | سالثلاثاء | - | 0",
                "ar | MONTH | تشرين الثاني | 11 | 2",
                "ar | MONTH | تشرين الأول | 10 | 2",
                "ar | MONTH | تشرين | - | 0",
                "he | MONTH | בספטמבר | 9 | 1",
                "ckb | DAY | دوێنێ | -1 | 1",
                // names of the runtime alone
                "et | MONTH | september | 9 | 1",
                "et | WEEKDAY | teisipäev | 2 | 1",
                "et | DAY | eile | - | 0",
                "und | MONTH | september | - | 0",
            })
    void findsPhrasesOfAKind(String language, Kind kind, String words, @Nullable String value, int taken) {
        Hit hit = new DateLexicon(language).find(kind, tokens(words), 0);
        if (value == null) {
            assertThat(hit).isNull();
        } else {
            assertThat(hit).isEqualTo(new Hit(value, taken));
            assertThat(DateLexicon.of(language).find(kind, tokens(words), 0)).isEqualTo(hit);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tr | gidecek | true",
                "tr | bekleniyor | true",
                "tr | ecek | false",
                "tr | xecek | false",
                "tr | xxecek | true",
                "tr | gitti | false",
                "az | gedəcək | true",
                "en | visited | false",
            })
    void knowsTheFutureByWordsAndEndings(String language, String word, boolean future) {
        assertThat(new DateLexicon(language).isFuture(tokens(word), 0)).isEqualTo(future);
    }

    @Test
    void nothingIsFoundBeyondTheLastWord() {
        DateLexicon english = new DateLexicon("en");
        assertThat(english.find(Kind.MONTH, tokens("may"), 1)).isNull();
        assertThat(english.find(Kind.MONTH, tokens("in may"), 1)).isEqualTo(new Hit("5", 2));
        assertThat(new Hit("5", 2).number()).isEqualTo(5);
    }

    private static List<Token> tokens(String words) {
        return Tokenizer.tokens(Normalizer.foldToString(words));
    }
}
