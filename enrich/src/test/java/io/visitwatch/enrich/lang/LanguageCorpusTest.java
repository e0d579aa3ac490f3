package io.visitwatch.enrich.lang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.detect.Detector;
import io.visitwatch.enrich.lang.VisitCorpus.Item;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every language keeps its own sentences: visits are found, look-alikes are not, and for the right reason. The floors stand in
 * {@code floors.tsv}; lowering one is a visible act. One test a language, so that mutation testing can run each by itself.
 */
class LanguageCorpusTest {
    private static final Detector DETECTOR = new Detector(Enricher.create(EnrichConfig.standard()));

    @Test
    void everyLanguageWithAPackHasAFloor() {
        assertThat(floors().keySet())
                .containsExactlyInAnyOrderElementsOf(LanguagePacks.bundled().codes());
    }

    /** A sentence that is read once stays read: losing one is a visible act too, a {@code ?} behind its sign. */
    @ParameterizedTest
    @MethodSource("languages")
    void readsEverySentenceThatIsNotMarkedAsMissedAndKeepsTheFloors(String language) {
        Result all = new Result();
        Result kept = new Result();
        for (Item item : VisitCorpus.of(language)) {
            JsonNode prediction = predict(item);
            all.add(item, prediction);
            if (!item.missed()) {
                kept.add(item, prediction);
            }
        }
        assertThat(kept.faults()).as("sentences read wrongly").isEmpty();
        assertFloors(all, Objects.requireNonNull(floors().get(language)));
    }

    static Set<String> languages() {
        return floors().keySet();
    }

    private static void assertFloors(Result result, Floor floor) {
        assertThat(result.positives).as("sentences that are visits").isGreaterThanOrEqualTo(floor.positives);
        assertThat(result.negatives).as("look-alikes").isGreaterThanOrEqualTo(floor.negatives);
        assertThat(result.found * 100 / Math.max(1, result.positives))
                .as("percent found; missed: " + result.missed)
                .isGreaterThanOrEqualTo(floor.found);
        assertThat(result.rightlyQuiet * 100 / Math.max(1, result.negatives))
                .as("percent of look-alikes left alone; wrong: " + result.wrong)
                .isGreaterThanOrEqualTo(floor.quiet);
        assertThat(result.details * 100 / Math.max(1, result.found * 3))
                .as("percent of places, statuses and visitors right; wrong: " + result.off)
                .isGreaterThanOrEqualTo(floor.details);
    }

    private static JsonNode predict(Item item) {
        try {
            return Json.mapper().readTree(DETECTOR.detect(item.document()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Floor> floors() {
        Map<String, Floor> floors = new LinkedHashMap<>();
        InputStream in = Objects.requireNonNull(LanguageCorpusTest.class.getResourceAsStream("floors.tsv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] c = line.split("\t", -1);
                    floors.put(c[0], new Floor(number(c[1]), number(c[2]), number(c[3]), number(c[4]), number(c[5])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return floors;
    }

    private static int number(String cell) {
        return Integer.parseInt(cell.strip());
    }

    /** Least numbers of sentences, least percentages. */
    private record Floor(int positives, int negatives, int found, int quiet, int details) {}

    private static final class Result {
        private int positives;
        private int negatives;
        private int found;
        private int rightlyQuiet;
        private int details;
        private final List<String> missed = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private final List<String> off = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        /** What is wrong. */
        List<String> faults() {
            return Stream.of(missed, wrong, off, reasons).flatMap(List::stream).toList();
        }

        void add(Item item, JsonNode prediction) {
            boolean alert = prediction.path("alert").asBoolean();
            if (item.visit()) {
                positives++;
                if (alert) {
                    found++;
                    check(
                            item,
                            "place",
                            item.place().equals(prediction.path("place").asText()),
                            prediction);
                    check(
                            item,
                            "status",
                            item.status().equals(prediction.path("status").asText()),
                            prediction);
                    check(item, "visitors", visitors(item, prediction), prediction);
                } else {
                    missed.add(line(item, "no visit", prediction.path("reasons")));
                }
            } else {
                negatives++;
                if (alert) {
                    wrong.add(line(item, "a visit", prediction));
                } else {
                    rightlyQuiet++;
                    reason(item, prediction.path("reasons"));
                }
            }
        }

        private void check(Item item, String what, boolean right, JsonNode prediction) {
            if (right) {
                details++;
            } else {
                off.add(line(item, what, prediction));
            }
        }

        /** One of the reasons read is one that the line states. */
        private void reason(Item item, JsonNode read) {
            for (JsonNode reason : read) {
                String text = reason.asText();
                if (item.reasons().contains(text.substring(0, text.indexOf(':')))) {
                    return;
                }
            }
            reasons.add(line(item, "reason, stated " + item.reasons(), read));
        }

        private static String line(Item item, String what, JsonNode read) {
            return "\n" + item.where() + " " + what + ": " + item.text() + " <- " + read;
        }

        private static boolean visitors(Item item, JsonNode prediction) {
            for (String wanted : item.visitors()) {
                String[] parts = wanted.split(":", 2);
                boolean there = false;
                for (JsonNode visitor : prediction.path("visitors")) {
                    there |= visitor.path("country").asText().equals(parts[0])
                            && (parts.length == 1
                                    || visitor.path("name").asText().contains(parts[1]));
                }
                if (!there) {
                    return false;
                }
            }
            return true;
        }
    }
}
