package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gate of extraction: every page of {@code pages} begins with a comment that says what must and must not be read from it. Each is
 * written for one oddity, named by its file.
 */
class ExtractionGateTest {
    static Stream<Path> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ExtractionGateTest.class.getResource("pages"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readsWhatThePageMeans(Path file) throws IOException {
        assertMeets(file);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readsTheSameUnderTurkishAndArabicDefaults(Path file) throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-IQ-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertMeets(file);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void coversTheLanguagesOfTheRegion() throws Exception {
        assertThat(pages().map(p -> p.getFileName().toString().split("-", -1)[0])
                        .distinct())
                .contains("en", "ar", "fa", "tr", "ckb", "de", "ja", "fr");
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static void assertMeets(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String source = new String(bytes, StandardCharsets.UTF_8);
        ExtractedPage page = ArticleExtractor.extract(PageInput.of(bytes, "https://www.example.com/story"));
        for (String line :
                source.substring(4, source.indexOf("-->")).strip().lines().toList()) {
            int colon = line.indexOf(": ");
            meets(
                    page,
                    line.substring(0, colon),
                    line.substring(colon + 2),
                    file.getFileName() + ": " + line + "\n" + page);
        }
    }

    private static void meets(ExtractedPage page, String what, String expected, String hint) {
        switch (what) {
            case "must" -> assertThat(page.text()).as(hint).contains(expected);
            case "not" -> assertThat(page.text()).as(hint).doesNotContain(expected);
            case "title" -> assertThat(page.title()).as(hint).isEqualTo(expected);
            case "published" -> assertThat(day(page.published())).as(hint).isEqualTo(expected);
            case "modified" -> assertThat(day(page.modified())).as(hint).isEqualTo(expected);
            case "flag" -> assertThat(page.flags()).as(hint).contains(expected);
            case "lang" ->
                assertThat(String.valueOf(page.language()).replace("null", "none"))
                        .as(hint)
                        .isEqualTo(expected);
            case "byline" -> assertThat(page.byline()).as(hint).isEqualTo(expected);
            case "by" -> assertThat(page.extractedBy()).as(hint).isEqualTo(expected);
            case "no-bidi" ->
                assertThat(page.text() + page.title())
                        .as(hint)
                        .doesNotContainPattern("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
            default -> throw new IllegalArgumentException(hint);
        }
    }

    private static String day(@Nullable PageDate date) {
        return date == null ? "none" : date.day().toString();
    }
}
