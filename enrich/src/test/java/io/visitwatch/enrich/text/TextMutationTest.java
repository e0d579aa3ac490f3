package io.visitwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.date.DateReader;
import io.visitwatch.enrich.keyword.KeywordTagger;
import io.visitwatch.model.TextSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten thousand broken texts: nothing throws, spans stay inside the text, folding twice changes nothing. */
class TextMutationTest {
    private static final int MUTATIONS = 10_000;
    private static final List<String> SEEDS = List.of(
            "BAGHDAD, Nov. 3 (Agency) - Gen. Doe landed on Sunday, 8-9 March 2024. \"Yes.\" He left.",
            "وصل وَزِيرُ الخارجيّة «أمس الأول» الثلاثاء ٨ آذار/مارس ٢٠٢٤ إلى بغداد.وقال: نعم؟",
            "نخست‌وزیر ۲۱ شهریور ۱۴۰۳ وارد بغداد می‌شود؛ خانه‌ها.",
            "سه‌رۆكی هه‌رێم 8ی ئازاری 2024 گەیشتە بەغدا.",
            "Bakan Çavuşoğlu 15-16 Eylül'de Bağdat’a İSTANBUL üzerinden gidecek.",
            "Министр прибыл 8-го марта 2024 г. В Багдад…",
            "मंत्री बगदाद पहुंचे। 外长抵达巴格达。ﷺ ﷲ 𝐁𝐚𝐠𝐡 \uD83D\uDE00");
    private static final String ODD =
            "\u200C\u200D\u200F\u202B\u202C\u0640\u064B\u0654\u0301\u0000\uFEFF\uD800\uDC00\uFFFF\n\r\t .!?'-/0128\u0660\u06F1İıßﷺ\u3000";

    @Test
    void nothingThrowsAndSpansStayInside() {
        Random random = new Random(20241106);
        LocalDate published = LocalDate.of(2024, 9, 11);
        try (KeywordTagger tagger = KeywordTagger.create(Map.of("a", "\"a b\"~3 OR بغد*", "b", "bagh* NOT x"))) {
            for (int i = 0; i < MUTATIONS; i++) {
                String text = mutate(SEEDS.get(random.nextInt(SEEDS.size())), random);
                FoldedText folded = Normalizer.fold(text);
                assertThat(Normalizer.foldToString(folded.folded())).isEqualTo(folded.folded());
                String language = LanguageDetector.detect(text);
                for (Token token : Tokenizer.tokens(folded)) {
                    assertInside(folded.original(token.start(), token.end()), text);
                }
                assertInOrder(Sentences.split(text, language), text);
                assertInOrder(
                        DateReader.read(folded, language, i % 3 == 0 ? null : published).stream()
                                .map(mention -> mention.span())
                                .toList(),
                        text);
                tagger.tag(text, "", text, language)
                        .forEach(tag -> tag.spans().forEach(hit -> assertInside(hit.span(), text)));
            }
        }
    }

    private static void assertInside(TextSpan span, String text) {
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
    }

    private static void assertInOrder(List<TextSpan> spans, String text) {
        int end = 0;
        for (TextSpan span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(end);
            assertInside(span, text);
            end = span.end();
        }
    }

    private static String mutate(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                case 3 -> text.setLength(at);
                default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
            }
        }
        return text.toString();
    }
}
