package io.visitwatch.enrich.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.text.Locales;
import io.visitwatch.model.KeywordTag;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeywordTaggerTest {
    /** Language, query, text, and what is matched in it; {@code -} when the query does not match. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | oil | Oil prices and OIL tankers | Oil, OIL",
                "en | oil AND price* | Oil prices rise | Oil, prices",
                "en | oil -gas | Oil and gas | -",
                "en | oil NOT gas | Crude oil | oil",
                "en | (oil OR gas) export | gas export | gas, export",
                "en | oil export | only oil | -",
                "en | \"prime minister\" | the Prime  Minister spoke | Prime  Minister",
                "en | \"prime minister\" | the minister prime | -",
                "en | \"baghdad talks\"~3 | Baghdad hosts new talks | Baghdad hosts new talks",
                "en | \"baghdad talks\"~1 | Baghdad will soon host talks | -",
                "en | ministr? | ministre, ministry | ministre, ministry",
                "en | *dad | Baghdad | Baghdad",
                "en | sudny~1 | al-Sudni | Sudni",
                "en | lang:en AND oil | oil | oil",
                "fr | lang:en AND oil | oil | -",
                "en | title:oil | oil in the body | -",
                "en | text:oil | oil in the body | oil",
                "tr | bağdat | Bakan Bagdat’ta | Bagdat",
                "tr | İSTANBUL | istanbul | istanbul",
                "tr | cavusoglu | Çavuşoğlu geldi | Çavuşoğlu",
                "ar | بغداد | وصل ببغداد ووزير | ببغداد",
                "ar | \"وزير الخارجية\" | زار الوزيرَ وَزِيرُ الخارجيّة الايرانى | وَزِيرُ الخارجيّة",
                "ar | ايراني* | الايرانى والإيرانيّة | الايرانى, والإيرانيّة",
                "ar | موصل | وصل الى الموصل | الموصل",
                "ar | وصل | مدينة الموصل | -",
                "fa | نخست‌وزیر | نخست وزیر عراق | نخست وزیر",
                "fa | \"نخست وزیر\" | نخست‌وزیر عراق | نخست‌وزیر",
                "ckb | بەغدا | گه‌یشته‌ به‌غدا | به‌غدا",
                "kmr | Bexda | li Bexdayê bû | -",
                "kmr | serok* | Serokê Iraqê | Serokê",
            })
    void matchesWhatTheQueryAsks(String language, String query, String text, String expected) {
        try (KeywordTagger tagger = KeywordTagger.create(Map.of("q", query))) {
            assertThat(tagger.problems()).isEmpty();
            List<KeywordTag> tags = tagger.tag("", "", text, language);
            String found = tags.stream()
                    .flatMap(tag -> tag.spans().stream())
                    .map(hit -> hit.span().of(text))
                    .collect(Collectors.joining(", "));
            assertThat(tags.isEmpty() ? "-" : found).isEqualTo(expected);
        }
    }

    @Test
    void saysWhereItMatchedInEachSection() {
        try (KeywordTagger tagger = KeywordTagger.create(Map.of("water", "water OR مياه"))) {
            List<KeywordTag> tags = tagger.tag("Water talks", "On ملف المياه.", "no\n\nwater, WATER", "ar");
            assertThat(tags).hasSize(1);
            assertThat(tags.get(0).spans())
                    .extracting(hit -> hit.section() + " " + hit.span().start() + "-"
                            + hit.span().end())
                    .containsExactly("title 0-5", "summary 7-13", "text 4-9", "text 11-16");
        }
    }

    @Test
    void aBadQueryIsNamedAndHidesNoOther() {
        Map<String, String> keywords = Map.of(
                "good", "oil",
                "unbalanced", "(oil",
                "empty", " ",
                "negative", "NOT oil",
                "field", "body:oil",
                "star", "*",
                "range", "[a TO b]",
                "regexp", "/oi.*/",
                "marks", "\"?!\"");
        try (KeywordTagger tagger = KeywordTagger.create(keywords)) {
            assertThat(tagger.names()).containsExactly("good");
            assertThat(tagger.problems())
                    .extracting(KeywordProblem::name)
                    .containsExactly("empty", "field", "marks", "negative", "range", "regexp", "star", "unbalanced");
            assertThat(tagger.problems())
                    .allSatisfy(problem -> assertThat(problem.line())
                            .startsWith("keywords." + problem.name() + ": ")
                            .hasSizeGreaterThan(20)
                            .doesNotContain("\n"));
            assertThat(tagger.tag("Oil", "", "", "en"))
                    .extracting(KeywordTag::name)
                    .containsExactly("good");
        }
    }

    @Test
    void endsItsThreadWhenClosed() throws InterruptedException {
        KeywordTagger tagger = KeywordTagger.create(Map.of("q", "oil"));
        List<Thread> threads = engineThreads();
        assertThat(threads).isNotEmpty();
        tagger.close();
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void findsOneOfAThousandQueries() {
        Map<String, String> keywords = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            keywords.put("k" + i, "word" + i + " AND (\"left " + i + "\" OR prefix" + i + "*)");
        }
        try (KeywordTagger tagger = KeywordTagger.create(keywords)) {
            assertThat(tagger.names()).hasSize(1_000);
            String text = "filler ".repeat(300) + "word77 then prefix77x, word78 and left 78";
            assertThat(tagger.tag("", "", text, "en"))
                    .extracting(KeywordTag::name)
                    .containsExactly("k77", "k78");
        }
    }

    @Test
    void readsAHugeTextUpToItsLimit() {
        try (KeywordTagger tagger = KeywordTagger.create(Map.of("q", "oil"))) {
            String text = "oil " + "x ".repeat(2_500_000) + "oil";
            assertThat(tagger.tag("", "", text, "en").get(0).spans()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.visitwatch.enrich.text.Locales#all")
    void doesNotDependOnTheDefaultLocale(Locale locale) {
        Locales.under(locale, () -> {
            try (KeywordTagger tagger = KeywordTagger.create(Map.of("q", "\"IRAQI MINISTER\"~2 AND TITLE*"))) {
                assertThat(tagger.problems()).isEmpty();
                assertThat(tagger.tag("title", "", "Iraqi finance minister", "en"))
                        .hasSize(1);
            }
        });
    }

    private static List<Thread> engineThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("cache-purge"))
                .toList();
    }
}
