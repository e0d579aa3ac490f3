package io.visitwatch.enrich.lang;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The sentences beside a language pack that must and must not be read as visits: {@code lang/<code>/corpus.tsv}.
 *
 * <p>Columns: {@code +} or {@code -}, with a {@code ?} behind it when it is not read rightly yet, day of publication or {@code -}, place ({@code baghdad}, {@code iraq}) or for a negative its
 * reason, status or {@code -}, visitors as {@code CC:Surname} separated by commas or {@code -}, text ({@code title || body}).
 * A reason may be followed by the one that is read: behind {@code /} when that is true too ({@code remote/no-visit}: nothing in
 * it looks like a visit), behind {@code ?} when it is wrong and not mended yet.
 */
final class VisitCorpus {
    private static final Set<String> PLACES = Set.of("baghdad", "iraq");
    private static final Set<String> STATUSES = Set.of("planned", "happening", "cancelled");
    private static final Set<String> REASONS = Set.of(
            "reverse",
            "domestic",
            "resident",
            "background",
            "nonofficial",
            "other-place",
            "remote",
            "no-visit",
            "below-threshold");

    private VisitCorpus() {}

    /** One sentence with what is true of it. */
    record Item(
            String where,
            String language,
            boolean visit,
            boolean missed,
            String day,
            String place,
            Set<String> reasons,
            String status,
            List<String> visitors,
            String title,
            String text) {
        /** The item as a document line of the detector. */
        String document() {
            ObjectNode doc = Json.mapper().createObjectNode();
            doc.put("id", where);
            doc.put("title", title);
            doc.put("text", text);
            doc.put("lang", language);
            if (!day.equals("-")) {
                doc.put("published", day);
            }
            return Json.write(doc);
        }
    }

    /** The corpus of a language; an {@link IllegalStateException} names the line that is wrong. */
    static List<Item> of(String language) {
        String path = language + "/corpus.tsv";
        List<Item> items = new ArrayList<>();
        try (InputStream in = VisitCorpus.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "language " + language + " has no corpus: write src/test/resources/.../" + path);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    items.add(item(line, language, path + ":" + number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    private static Item item(String line, String language, String where) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 6) {
            throw new IllegalStateException(where + ": wants 6 columns, found " + cells.length);
        }
        boolean visit = cells[0].startsWith("+");
        Set<String> reasons = visit ? Set.of() : Set.of(cells[2].split("[/?]", -1));
        boolean known = cells[0].matches("[+-][?]?")
                && (visit ? PLACES.contains(cells[2]) && STATUSES.contains(cells[3]) : REASONS.containsAll(reasons));
        if (!known) {
            throw new IllegalStateException(where + ": unknown sign, place, reason or status: " + line);
        }
        int cut = cells[5].indexOf(" || ");
        String title = cut < 0 ? "" : cells[5].substring(0, cut);
        String text = cut < 0 ? cells[5] : cells[5].substring(cut + 4);
        List<String> visitors = cells[4].equals("-") ? List.of() : Arrays.asList(cells[4].split(",", -1));
        boolean missed = cells[0].endsWith("?");
        return new Item(
                where,
                language,
                visit,
                missed,
                cells[1],
                visit ? cells[2] : "",
                reasons,
                cells[3],
                visitors,
                title,
                text);
    }
}
