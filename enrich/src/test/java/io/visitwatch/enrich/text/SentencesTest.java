package io.visitwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    /** Language, then a text whose expected cuts are marked with {@code ¦}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | BAGHDAD, Nov. 3 (Agency) - Gen. John R. Doe landed. ¦He met Sen. Roe.",
                "en | The U.S. Secretary of State left. ¦They arrived in the U.S. ¦The minister went home.",
                "en | \"We came to listen.\" ¦Mr. Smith said so at 5 p.m. on Sunday.",
                "en | Who is in town? ¦Nobody! ¦\"Really?\" he asked.",
                "en | Oil rose 3.5 percent to $70.10 a barrel at www.example.com today. ¦Then it fell.",
                "en | 1. Arrival at the airport. ¦2. Talks.",
                "fr | M. Durand est arrivé à Bagdad. ¦Il a été reçu par le gén. Ali.",
                "de | Am 8. März traf Dr. Muster ein. ¦Der Besuch dauerte 2 Tage.",
                "de | Er kam z.B. aus Berlin. ¦Dann flog er weiter.",
                "tr | Bakan 21. yüzyıl için Bağdat'a geldi. ¦Org. Kaya da heyette yer aldı.",
                "es | El Sr. Pérez viajó con EE.UU. como aliado. ¦La visita duró poco.",
                "ru | В 2012 г. министр прибыл в Багдад. ¦А. В. Иванов остался.",
                "ar | وصل د. أحمد إلى بغداد. ¦وقال الوزير إن الزيارة ناجحة! ¦هل يعود؟ ¦نعم.",
                "fa | وزیر خارجه وارد بغداد شد. ¦او گفت: «خوشحالم.» ¦چرا آمد؟ ¦نمی‌دانیم.",
                "ckb | د. فوئاد گەیشتە بەغدا. ¦کەی دەگەڕێتەوە؟ ¦نازانم.",
                "kmr | Wezîr gihîşt Bexdayê. ¦Dr. Azad pêşwazî kir.",
                "ur | وزیر بغداد پہنچ گئے۔ ¦انہوں نے ملاقات کی۔",
                "hi | मंत्री बगदाद पहुंचे। ¦उन्होंने बात की।",
                "he | השר הגיע לבגדאד. ¦הוא נפגש עם ראש הממשלה.",
                "zh | 外长抵达巴格达。 ¦他会见了总理。",
            })
    void cutsWhereASentenceEnds(String language, String marked) {
        String text = marked.replace("¦", "");
        List<String> expected =
                Arrays.stream(marked.split("¦")).map(String::strip).collect(Collectors.toList());
        assertThat(cut(text, language)).isEqualTo(expected);
    }

    @Test
    void cutsWhereThePageForgotTheSpace() {
        assertThat(cut("The envoy said.The host agreed.", "en")).containsExactly("The envoy said.", "The host agreed.");
        assertThat(cut("وصل الوزير إلى بغداد.وقال إنه سعيد.", "ar"))
                .containsExactly("وصل الوزير إلى بغداد.", "وقال إنه سعيد.");
    }

    @Test
    void breaksAtParagraphsAndLinesAndBullets() {
        assertThat(cut("Headline without a stop\n\nBody goes on\nin lower case.\nNext line\n• one\n• two", "en"))
                .containsExactly(
                        "Headline without a stop", "Body goes on\nin lower case.", "Next line", "• one", "• two");
        assertThat(cut("عنوان\nنص أول\r\n\r\nنص ثان", "ar")).containsExactly("عنوان", "نص أول", "نص ثان");
    }

    @Test
    void cutsAStretchWithoutStops() {
        String text = "كلمة ".repeat(5_000);
        assertThat(Sentences.split(text, "ar")).allMatch(span -> span.length() <= Sentences.LONGEST + 1);
        assertThat(Sentences.split("x".repeat(9_000), "en")).hasSizeBetween(4, 5);
    }

    @ParameterizedTest
    @MethodSource("io.visitwatch.enrich.text.Locales#all")
    void doesNotDependOnTheDefaultLocale(Locale locale) {
        Locales.under(
                locale,
                () -> assertThat(cut("INSP. Ali and Lt. INAN came. It rained.", "en"))
                        .containsExactly("INSP. Ali and Lt. INAN came.", "It rained."));
    }

    @Test
    void emptyTextHasNoSentence() {
        assertThat(Sentences.split("", "en")).isEmpty();
        assertThat(Sentences.split(" \n \u200F", "und")).isEmpty();
    }

    private static List<String> cut(String text, String language) {
        return Sentences.split(text, language).stream()
                .map(span -> span.of(text))
                .collect(Collectors.toList());
    }
}
