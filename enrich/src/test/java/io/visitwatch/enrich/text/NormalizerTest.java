package io.visitwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.TextSpan;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Baghdad | baghdad",
                "ÇAVUŞOĞLU | cavusoglu",
                "İSTANBUL ILICA | istanbul ilica",
                "Irak'ın | irak'in",
                "Bağdat’ta | bagdat'ta",
                "Əliyev səfər | eliyev sefer",
                "Straße Løkke Łódź Đoković | strasse lokke lodz dokovic",
                "Serokê Îranê | seroke irane",
                "Ёлкин Йемен | елкин иемен",
                "Μπαγκντάτ ΣΑΣ | μπαγκντατ σασ",
                "أحمد إبراهيم آل ٱلله | احمد ابراهيم ال الله",
                "الزيارة المقررة | الزياره المقرره",
                "العراقى التركي ایرانی | العراقي التركي ايراني",
                "ـبـغـداد | بغداد",
                "زِيَارَةٌ رَسْمِيَّةٌ | زياره رسميه",
                "رئيس مسؤول | رئيس مسوول",
                "کشورمان گفت‌وگو می‌شود | كشورمان گفتوگو ميشود",
                "سەرۆککۆماری ئێران گەڕا بۆ وڵات | سهروككوماري ئيران گهرا بو ولات",
                "سه‌رۆك گه‌یشته به‌غدا | سهروك گهيشته بهغدا",
                "وزير ﺍﻟﻌﺮﺍﻕ ﷲ ﻻ | وزير العراق الله لا",
                "٢٠٢٤ ۱۴۰۳ ２０２４ | 2024 1403 2024",
                "«Bagdad» “x” ‘y’ Qaʼani Shiʿa | \"bagdad\" \"x\" 'y' qa'ani shi'a",
                "8–9 Mart — 2024 | 8-9 mart - 2024",
                "وقال، ماذا؟ | وقال, ماذا?",
                "𝐁𝐚𝐠𝐡𝐝𝐚𝐝 ﬁne … | baghdad fine ...",
                "شָׁלוֹם בַּגְדָּד | شשלום בגדד",
                "विदेश मंत्री | विदेश मंत्री",
                "ツアー 바그다드 | ツアー 바그다드",
            })
    void foldsToOneForm(String original, String folded) {
        String input = original.equals("شָׁלוֹם בַּגְדָּד") ? "שָׁלוֹם בַּגְדָּד" : original;
        String expected = folded.equals("شשלום בגדד") ? "שלום בגדד" : folded;
        assertThat(Normalizer.foldToString(input)).isEqualTo(expected);
        assertThat(Normalizer.foldToString(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("io.visitwatch.enrich.text.Locales#all")
    void doesNotDependOnTheDefaultLocale(Locale locale) {
        Locales.under(
                locale,
                () -> assertThat(Normalizer.foldToString("TITLE II Iraqi ١٢ FİDAN IŞIK"))
                        .isEqualTo("title ii iraqi 12 fidan isik"));
    }

    @Test
    void composedAndDecomposedLettersMeet() {
        assertThat(Normalizer.foldToString("E\u0301lyse\u0301e")).isEqualTo("elysee");
        assertThat(Normalizer.foldToString("ا\u0653ل")).isEqualTo(Normalizer.foldToString("آل"));
        assertThat(Normalizer.foldToString("ري\u0654يس")).isEqualTo(Normalizer.foldToString("رئيس"));
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(Normalizer.foldToString("\uFEFFBagh\u00ADdad\u200F \u202Bx\u202C\u0000"))
                .isEqualTo("baghdad x");
    }

    @Test
    void joinsAHebrewAcronymAndLeavesQuotedWordsAlone() {
        assertThat(Normalizer.foldToString("ארה\"ב, או\u05F4ם")).isEqualTo("ארהב, אום");
        assertThat(Normalizer.foldToString("ב\"הארץ\"")).isEqualTo("ב\"הארץ\"");
    }

    @Test
    void joinsRunsOfWhiteSpace() {
        assertThat(Normalizer.foldToString("a \t\r\n\u00A0\u200F b\u3000c")).isEqualTo("a b c");
    }

    @Test
    void looksACompoundUpJoinedAndSpaced() {
        assertThat(Normalizer.lookupForms("نخست‌وزیر")).containsExactly("نخستوزير", "نخست وزير");
        assertThat(Normalizer.lookupForms(" Premier ")).containsExactly("premier");
    }

    @Test
    void mapsEveryFoldedWordBackToWhereItStood() {
        String text = "قال ‏وَزِيرُ  الخارجيّة ﷲ في «Straße» ١٢ 𝐁";
        FoldedText folded = Normalizer.fold(text);

        assertThat(original(folded, "وزير")).isEqualTo("وَزِير");
        assertThat(original(folded, "الخارجيه")).isEqualTo("الخارجيّة");
        assertThat(original(folded, "الله")).isEqualTo("ﷲ");
        assertThat(original(folded, "strasse")).isEqualTo("Straße");
        assertThat(original(folded, "12")).isEqualTo("١٢");
        assertThat(original(folded, "b")).isEqualTo("𝐁");
    }

    @Test
    void identicalOffsetsNeedNoMap() {
        FoldedText folded = Normalizer.fold("Minister in Baghdad");
        assertThat(folded.original(12, 19)).isEqualTo(new TextSpan(12, 19));
        assertThat(folded.originalOffset(19)).isEqualTo(19);
        assertThat(Normalizer.fold("already folded").folded()).isSameAs("already folded");
    }

    @Test
    void findsTheFoldedOffsetOfAnOriginalOne() {
        FoldedText folded = Normalizer.fold("ﷲ  أكبر");
        assertThat(folded.foldedOffset(0)).isZero();
        assertThat(folded.foldedOffset(3)).isEqualTo(5);
        assertThat(folded.foldedOffset(99)).isEqualTo(folded.folded().length());
    }

    @Test
    void cutsWordsAtApostrophesAndHyphens() {
        assertThat(Tokenizer.tokens(Normalizer.fold("Bağdat'a Jean-Yves U.S. F16, 外長")))
                .extracting(Token::text)
                .containsExactly("bagdat", "a", "jean", "yves", "u", "s", "f16", "外", "長");
    }

    @Test
    void tokensKnowTheirPlaceInTheOriginal() {
        String text = "زار  الوزيرُ بغداد.";
        FoldedText folded = Normalizer.fold(text);
        assertThat(Tokenizer.tokens(folded))
                .extracting(token -> folded.original(token.start(), token.end()).of(text))
                .containsExactly("زار", "الوزير", "بغداد");
    }

    private static String original(FoldedText folded, String word) {
        int at = folded.folded().indexOf(word);
        assertThat(at).as(word).isNotNegative();
        return folded.original(at, at + word.length()).of(folded.source());
    }
}
