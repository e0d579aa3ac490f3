package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Whole pages in the manner of families of sites (content systems, agencies, ministries), scored as extraction is scored elsewhere:
 * word four-grams of the text, title, day and byline exactly. Elements marked {@code data-gold} are the article; the comment at the
 * beginning says the rest. The table is written to {@code target/extraction-families.tsv}.
 */
class ExtractionFamiliesTest {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    /** What one page gave: shares from 0 to 1. */
    private record Row(String page, double precision, double recall, boolean title, boolean day, boolean byline) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%s\t%.3f\t%.3f\t%.3f\t%s\t%s\t%s",
                    page,
                    f1(),
                    precision,
                    recall,
                    title ? "yes" : "NO",
                    day ? "yes" : "NO",
                    byline ? "yes" : "NO");
        }
    }

    @Test
    void readsEveryFamilyOfSites() throws IOException, URISyntaxException {
        List<Row> rows = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : pages()) {
            rows.add(score(file, wrong));
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/extraction-families.tsv"), table(rows));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
        assertThat(wrong).isEmpty();
    }

    private static List<Path> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ExtractionFamiliesTest.class.getResource("families"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Row score(Path file, List<String> wrong) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String source = new String(bytes, StandardCharsets.UTF_8);
        int end = source.indexOf("-->");
        Map<String, String> expected = new HashMap<>();
        source.substring(4, end)
                .strip()
                .lines()
                .forEach(line -> expected.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        byte[] page = source.substring(end + 3).strip().getBytes(StandardCharsets.UTF_8);
        ExtractedPage read = ArticleExtractor.extract(PageInput.of(page, expected.get("url")));
        String gold = Jsoup.parse(source).select("[data-gold]").stream()
                .map(Element::text)
                .collect(Collectors.joining("\n"));
        Map<String, Integer> have = grams(read.text());
        Map<String, Integer> want = grams(gold);
        double common = have.entrySet().stream()
                .mapToInt(e -> Math.min(e.getValue(), want.getOrDefault(e.getKey(), 0)))
                .sum();
        String day = read.published() == null ? "none" : read.published().day().toString();
        Row row = new Row(
                file.getFileName().toString().replace(".html", ""),
                have.isEmpty() ? 0 : common / sum(have),
                common / sum(want),
                read.title().equals(expected.get("title")),
                day.equals(expected.get("published")),
                Objects.requireNonNullElse(read.byline(), "none").equals(expected.get("byline")));
        boolean flagged = !expected.containsKey("flag") || read.flags().contains(expected.get("flag"));
        if (row.f1() < 0.97 || !row.title() || !row.day() || !row.byline() || !flagged) {
            wrong.add(row.line() + "\n  title " + read.title() + "\n  published " + read.published() + "\n  byline "
                    + read.byline() + "\n  flags " + read.flags() + "\n  text (" + read.extractedBy() + ") "
                    + read.text().replace("\n\n", " ¶ "));
        }
        return row;
    }

    private static Map<String, Integer> grams(String text) {
        List<String> words = WORD.matcher(text).results().map(r -> r.group()).toList();
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + 4 <= words.size(); i++) {
            grams.merge(String.join(" ", words.subList(i, i + 4)), 1, Integer::sum);
        }
        return grams;
    }

    private static double sum(Map<String, Integer> grams) {
        return grams.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String table(List<Row> rows) {
        String head = "page\tF1\tprecision\trecall\ttitle\tday\tbyline\n";
        String lines = rows.stream().map(Row::line).collect(Collectors.joining("\n"));
        double precision = rows.stream().mapToDouble(Row::precision).average().orElse(0);
        double recall = rows.stream().mapToDouble(Row::recall).average().orElse(0);
        return head
                + lines
                + String.format(
                        Locale.ROOT,
                        "%nall %d\t%.4f\t%.4f\t%.4f\t%.3f\t%.3f\t%.3f%n",
                        rows.size(),
                        2 * precision * recall / (precision + recall),
                        precision,
                        recall,
                        share(rows.stream().filter(Row::title).count(), rows),
                        share(rows.stream().filter(Row::day).count(), rows),
                        share(rows.stream().filter(Row::byline).count(), rows));
    }

    private static double share(long part, List<Row> rows) {
        return (double) part / rows.size();
    }
}
