package io.visitwatch.enrich.gazetteer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code entities.ftm.json} of OpenSanctions, one FollowTheMoney entity a line: politically exposed persons, positions,
 * and occupancies that join them with dates.
 *
 * <p>Only persons with a politically exposed role are taken ({@code role.pep}); others on lists of sanctions hold no office. The
 * file is read twice, since an occupancy may stand before its post.
 */
final class OpenSanctionsImporter implements Importer {
    private final OfficeTitles titles;

    OpenSanctionsImporter(OfficeTitles titles) {
        this.titles = titles;
    }

    private record Post(String title, @Nullable String country) {}

    @Override
    public void read(Path file, GazetteerSink sink, Counter counter) throws IOException {
        Map<String, Post> posts = new HashMap<>();
        Map<String, String> holders = new HashMap<>();
        JsonRecords.lines(file, counter, node -> {
            counter.record();
            switch (node.path("schema").asText()) {
                case "Position" -> posts.put(node.path("id").asText(), post(node));
                case "Person" -> person(node, sink, holders, counter);
                case "Occupancy" -> {
                    // Read on the second pass.
                }
                default ->
                    counter.skip(
                            "schema " + node.path("schema").asText("missing"),
                            node.path("id").asText());
            }
        });
        TermImport terms = new TermImport(titles, sink, counter);
        JsonRecords.lines(file, null, node -> {
            if (node.path("schema").asText().equals("Occupancy")) {
                occupancy(node, posts, holders, terms, counter);
            }
        });
    }

    private static Post post(JsonNode node) {
        String country = first(node, "country").toUpperCase(Locale.ROOT);
        return new Post(first(node, "name"), country.isEmpty() ? null : country);
    }

    private static void person(JsonNode node, GazetteerSink sink, Map<String, String> holders, Counter counter) {
        String id = node.path("id").asText();
        if (!all(node, "topics").contains("role.pep")) {
            counter.skip("person without public role", id);
            return;
        }
        Set<String> names = new HashSet<>(all(node, "name"));
        names.addAll(all(node, "alias"));
        String usual = node.path("caption").asText(first(node, "name"));
        if (usual.isEmpty()) {
            counter.skip("person without name", id);
            return;
        }
        String wikidata = first(node, "wikidataId");
        String person = wikidata.isEmpty() ? id : wikidata;
        holders.put(id, person);
        if (!sink.knowsPerson(person)) {
            sink.addPerson(person, usual, false);
            counter.took("people");
        }
        for (String name : names) {
            if (name.contains(" ")) {
                sink.addPersonName(person, name);
                counter.took("names");
            } else {
                counter.skip("name of one word", id + ": " + name);
            }
        }
    }

    private static void occupancy(
            JsonNode node, Map<String, Post> posts, Map<String, String> holders, TermImport terms, Counter counter) {
        String holder = holders.get(first(node, "holder"));
        Post post = posts.get(first(node, "post"));
        if (holder == null || post == null) {
            counter.skip(
                    "occupancy without " + (holder == null ? "holder" : "post"),
                    node.path("id").asText());
            return;
        }
        boolean current = first(node, "status").equals("current");
        terms.add(holder, post.title(), post.country(), first(node, "startDate"), first(node, "endDate"), current);
    }

    private static Set<String> all(JsonNode node, String property) {
        Set<String> values = new HashSet<>();
        node.path("properties").path(property).forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String first(JsonNode node, String property) {
        return node.path("properties").path(property).path(0).asText();
    }
}
