package io.visitwatch.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesAcrossScriptsTest {
    private static final Gazetteer GAZETTEER = Gazetteer.bundled();

    @ParameterizedTest
    @CsvSource({
        "Mohamad Dschawad Sarif, IR, 2020-07-19, Mohammad Javad Zarif",
        "Ismael Ghaani, IR, 2022-01-10, Esmail Qaani",
        "Мэттис, US, 2018-01-01, Jim Mattis",
        "Lawrow, RU, 2019-10-07, Sergey Lavrov",
        "Мевлют Чавушоглу, TR, 2019-04-28, Mevlüt Çavuşoğlu",
        "سيرجي لافروف, RU, 2019-10-07, Sergey Lavrov",
        "استولتنبرگ, NATO, 2020-01-01, Jens Stoltenberg",
        "Amirabdolahian, IR, 2022-01-01, Hossein Amir-Abdollahian",
    })
    void recognisesSpellingsNobodyListed(String name, String country, LocalDate day, String expected) {
        assertThat(GAZETTEER.byName(name, country, null, day))
                .first()
                .satisfies(match -> assertThat(match.person().name()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xanthippe Quorlington", "سمير التجريبي", "Проба Тестова"})
    void inventsNobody(String name) {
        assertThat(GAZETTEER.byName(name, "US", null, LocalDate.parse("2020-01-01")))
                .isEmpty();
    }

    @Test
    void readsANameWhereAnOfficeEndsInAText() {
        FoldedText text = Normalizer.fold("وصل وزير الخارجية التركي مولود تشاوشوغلو إلى بغداد");
        int start = text.folded().indexOf("مولود");
        assertThat(GAZETTEER.nameAt(
                        text, start, text.folded().length(), "TR", "foreign-minister", LocalDate.parse("2019-04-28")))
                .hasValueSatisfying(
                        found -> assertThat(found.match().person().name()).isEqualTo("Mevlüt Çavuşoğlu"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ivan Petrov, Иван Петров",
        "Karim Hassan, كريم حسن",
        "Mohammed al-Najjar, محمد النجار",
        "Darko Milinov, Дарко Милинов",
    })
    void givesOneIdToAnUnknownNameInTwoScripts(String latin, String other) {
        assertThat(Gazetteer.unknownId(latin, "XX")).isEqualTo(Gazetteer.unknownId(other, "XX"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "tr, Bağdat'tan ayrıldı, baghdad, 'tan",
                "tr, Bağdat’a geldi, baghdad, 'a",
            })
    void keepsTheEndingBehindAnApostropheApart(String language, String words, String place, String ending) {
        FoldedText text = Normalizer.fold(words);
        Match match = GAZETTEER.find(text, language).get(0);
        assertThat(match.id()).isEqualTo(place);
        assertThat(text.folded().substring(match.end(), match.outerEnd())).isEqualTo(ending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ببغداد", "لبغداد", "وبغداد", "فبغداد", "كبغداد", "ولبغداد"})
    void findsBaghdadBehindParticles(String word) {
        assertThat(GAZETTEER.find(Normalizer.fold(word), "ar")).singleElement().satisfies(match -> {
            assertThat(match.id()).isEqualTo("baghdad");
            assertThat(match.outerStart()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ckb, گەیشتە بەغدا",
        "kmr, gihîşt Bexdayê",
        "fa, وارد بغداد شد",
        "ru, прибыл в иракскую столицу",
        "az, Bağdada gəlib",
        "he, נחת בבגדד",
        "ur, بغداد پہنچے",
        "de, in der irakischen Hauptstadt",
        "fr, dans la capitale irakienne",
        "pl, przyleciał do Bagdadu",
        "es, llegó a Bagdad",
        "it, è arrivata a Baghdad",
    })
    void findsBaghdadInEveryLanguage(String language, String words) {
        assertThat(GAZETTEER.find(Normalizer.fold(words), language))
                .filteredOn(match -> match.kind() == MatchKind.PLACE)
                .extracting(Match::id)
                .containsExactly("baghdad");
    }

    @Test
    void readsTheSameUnderATurkishDefaultLocale() {
        Locale before = Locale.getDefault();
        FoldedText text = Normalizer.fold("IRAQI FOREIGN MINISTER MEETS ITALIAN DEFENCE MINISTER IN BAGHDAD");
        List<Match> expected = GAZETTEER.find(text, "en");
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(GAZETTEER.find(Normalizer.fold(text.source()), "en")).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(expected)
                .extracting(Match::id)
                .contains("IQ", "IT", "foreign-minister", "defence-minister", "baghdad");
    }

    @Test
    void survivesAnyInput() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                int block = random.nextInt(4);
                int base = block == 0 ? 0x20 : block == 1 ? 0x600 : block == 2 ? 0x400 : 0xD700;
                text.append((char) (base + random.nextInt(0x100)));
            }
            text.append(" وزير الخارجية Bağdat' ").append('\uD83D');
            FoldedText folded = Normalizer.fold(text.toString());
            for (Match match : GAZETTEER.find(folded, "und")) {
                assertThat(match.outerStart()).isLessThanOrEqualTo(match.start());
                assertThat(match.end()).isBetween(match.start() + 1, match.outerEnd());
                assertThat(match.outerEnd()).isLessThanOrEqualTo(folded.folded().length());
            }
        }
    }
}
