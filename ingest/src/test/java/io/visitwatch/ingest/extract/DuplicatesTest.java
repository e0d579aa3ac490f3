package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicatesTest {
    private static final String WIRE =
            IntStream.range(0, 120).mapToObj(i -> "word" + (i * 7919 % 997)).collect(Collectors.joining(" "));

    @Test
    void copiesOfOneTextAgree() {
        List<Long> original = Fingerprint.of(WIRE);
        assertThat(original).hasSize(Fingerprint.BINS);
        assertThat(Fingerprint.of("  " + WIRE.toUpperCase(Locale.ROOT) + ". ")).isEqualTo(original);
        assertThat(Fingerprint.similarity(original, Fingerprint.of("LONDON (Reuters) - " + WIRE)))
                .isGreaterThan(0.8);
        assertThat(Fingerprint.similarity(original, Fingerprint.of(WIRE.substring(0, WIRE.length() * 3 / 4))))
                .isGreaterThan(0.5);
    }

    @Test
    void differentTextsDoNotAgree() {
        String other =
                IntStream.range(0, 120).mapToObj(i -> "term" + (i * 6151 % 991)).collect(Collectors.joining(" "));
        assertThat(Fingerprint.similarity(Fingerprint.of(WIRE), Fingerprint.of(other)))
                .isLessThan(0.1);
    }

    @Test
    void pointedAndTatweelledArabicAgreesWithPlain() {
        String plain = "وصل وزير خارجية نورلاند الى بغداد صباح الثلاثاء في زيارة رسمية يلتقي خلالها نظيره العراقي";
        assertThat(Fingerprint.of(plain.replace("وصل", "وَصَلَ").replace("بغداد", "بغـــداد")))
                .isEqualTo(Fingerprint.of(plain));
    }

    @Test
    void textsWithoutWordSpacesHaveSignatures() {
        assertThat(Fingerprint.of("外相は火曜日の朝、バグダッドに到着した。外務省が明らかにした。")).hasSize(Fingerprint.BINS);
    }

    @Test
    void shortTextsHaveNone() {
        assertThat(Fingerprint.of("")).isEmpty();
        assertThat(Fingerprint.of("Minister arrives in Baghdad")).isEmpty();
        assertThat(Fingerprint.similarity(List.of(), List.of())).isZero();
    }

    @Test
    void signaturesDoNotDependOnTheMachine() {
        assertThat(Fingerprint.of("One, two; three four five six seven eight nine ten eleven TWELVE!")
                        .subList(0, 4))
                .containsExactly(1346528853L, 32539838295L, 28244870999L, 23949903703L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://WWW.Example.COM:80/a/../b?utm_source=x&id=7&fbclid=y#top|http://www.example.com/b?id=7",
                "https://example.com|https://example.com/",
                "//example.com/x|https://example.com/x",
                "https://example.com/خبر?q=ا|https://example.com/%D8%AE%D8%A8%D8%B1?q=%D8%A7",
                "https://user:pw@example.com/x|https://example.com/x",
                "https://example.com:8443/x?a=1&amp;b=2|https://example.com:8443/x?a=1&b=2",
                "https://example.com/x?at_medium=RSS&at_campaign=k|https://example.com/x",
            })
    void spellsAddressesOneWay(String url, String canonical) {
        assertThat(CanonicalUrl.of(url, null)).isEqualTo(canonical);
    }

    @Test
    void refusesWhatIsNoAddressOfTheWeb() {
        for (String url : new String[] {
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.com/",
            "/only/a/path",
            "http://",
            "mailto:a@b.c",
            "http://[::1",
            " "
        }) {
            assertThat(CanonicalUrl.of(url, null)).as(url).isNull();
        }
        assertThat(CanonicalUrl.of("/a?gclid=1", "https://example.com/x/y")).isEqualTo("https://example.com/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BAGHDAD (Reuters) - The minister arrived on Tuesday.|Reuters",
                "BAGHDAD, March 5 (AFP) - The minister arrived.|AFP",
                "WASHINGTON (AP) — The minister arrived.|AP",
                "بغداد (أ ف ب) - وصل الوزير إلى بغداد.|AFP",
                "بغداد/ الأناضول - وصل الوزير إلى بغداد.|Anadolu",
                "بغداد – رويترز: وصل الوزير إلى بغداد.|Reuters",
                "Bagdad (dpa) - Der Minister ist eingetroffen.|dpa",
            })
    void creditsTheAgencyOfTheDateline(String text, String agency) {
        assertThat(Syndication.of(text, null, "Example")).isEqualTo(agency);
    }

    @Test
    void creditsTheAgencyOfBylineAndLastLine() {
        assertThat(Syndication.of("The minister arrived.", "Reuters Staff", "Example"))
                .isEqualTo("Reuters");
        assertThat(Syndication.of("وصل الوزير إلى بغداد.\n\nالمصدر: رويترز", null, "Example"))
                .isEqualTo("Reuters");
        assertThat(Syndication.of("The minister arrived.\n\n© AFP", null, "Example"))
                .isEqualTo("AFP");
    }

    @Test
    void quotingAnAgencyIsNoCredit() {
        assertThat(Syndication.of(
                        "The minister arrived in Baghdad on Tuesday, and two officials confirmed it to Reuters later in the day.",
                        null,
                        "Example"))
                .isNull();
        assertThat(Syndication.of(
                        "The minister arrived.\n\nTwo officials told AFP that he would stay until Wednesday night.",
                        null,
                        "Example"))
                .isNull();
        assertThat(Syndication.of("BAGHDAD (Reuters) - The minister arrived.", null, "Reuters"))
                .isNull();
    }

    @Test
    void learnsWhatAnOutletPrintsUnderEveryArticle() {
        String tail = "Example is an independent paper founded in 1990; write to us at any time.";
        OutletBoilerplate known = OutletBoilerplate.EMPTY;
        for (int i = 0; i < 8; i++) {
            String article =
                    "Paragraph one of article " + i + ", which is long enough to matter to its readers.\n\n" + tail;
            assertThat(known.strip(article))
                    .as("article %d", i)
                    .matches(t -> t.endsWith(tail) || known(article, t, tail));
            known = known.learn(article);
        }
        assertThat(known.strip(
                        "A new article of a certain length, about something that has not been told before.\n\n" + tail))
                .isEqualTo("A new article of a certain length, about something that has not been told before.");
        assertThat(known.strip(tail)).isEqualTo(tail);
    }

    private static boolean known(String article, String stripped, String tail) {
        return article.equals(stripped + "\n\n" + tail);
    }
}
