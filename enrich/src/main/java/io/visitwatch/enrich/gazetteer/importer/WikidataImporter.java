package io.visitwatch.enrich.gazetteer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads Wikidata entities, one JSON object a line as in the dumps: people (P31 = Q5) with the positions they held (P39) and their
 * qualifiers start (P580) and end (P582), labels and aliases in all languages.
 *
 * <p>Positions must be in the same file with an English label; their country comes from "applies to jurisdiction" (P1001) or
 * "country" (P17), else from the label. The file is read twice: positions, then people.
 */
final class WikidataImporter implements Importer {
    private static final String HUMAN = "Q5";

    private final OfficeTitles titles;
    private final Map<String, String> countryCodes;

    WikidataImporter(OfficeTitles titles, Map<String, String> countryCodes) {
        this.titles = titles;
        this.countryCodes = countryCodes;
    }

    private record Position(String label, @Nullable String country) {}

    @Override
    public void read(Path file, GazetteerSink sink, Counter counter) throws IOException {
        Map<String, Position> positions = new HashMap<>();
        JsonRecords.lines(file, counter, node -> position(node, positions));
        TermImport terms = new TermImport(titles, sink, counter);
        JsonRecords.lines(file, null, node -> {
            if (isHuman(node)) {
                counter.record();
                person(node, positions, sink, terms, counter);
            }
        });
    }

    private void position(JsonNode node, Map<String, Position> positions) {
        String label = node.path("labels").path("en").path("value").asText();
        if (!isHuman(node) && !label.isEmpty()) {
            positions.put(node.path("id").asText(), new Position(label, country(node)));
        }
    }

    private @Nullable String country(JsonNode node) {
        for (String property : new String[] {"P1001", "P17"}) {
            for (JsonNode claim : node.path("claims").path(property)) {
                String code = countryCodes.get(itemOf(claim.path("mainsnak")));
                if (code != null) {
                    return code;
                }
            }
        }
        return null;
    }

    private static boolean isHuman(JsonNode node) {
        for (JsonNode claim : node.path("claims").path("P31")) {
            if (itemOf(claim.path("mainsnak")).equals(HUMAN)) {
                return true;
            }
        }
        return false;
    }

    private void person(
            JsonNode node, Map<String, Position> positions, GazetteerSink sink, TermImport terms, Counter counter) {
        String id = node.path("id").asText();
        Set<String> names = names(node);
        if (names.isEmpty()) {
            counter.skip("person without label", id);
            return;
        }
        if (!node.path("claims").has("P39")) {
            counter.skip("person without position", id);
            return;
        }
        String english = node.path("labels").path("en").path("value").asText();
        if (!sink.knowsPerson(id)) {
            sink.addPerson(id, english.isEmpty() ? names.iterator().next() : english, false);
            counter.took("people");
        }
        for (String name : names) {
            addName(id, name, sink, counter);
        }
        for (JsonNode claim : node.path("claims").path("P39")) {
            held(id, claim, positions, terms, counter);
        }
    }

    private static void addName(String id, String name, GazetteerSink sink, Counter counter) {
        if (name.strip().contains(" ") || name.contains("-")) {
            sink.addPersonName(id, name);
            counter.took("names");
        } else {
            counter.skip("alias of one word", id + ": " + name);
        }
    }

    private static void held(
            String id, JsonNode claim, Map<String, Position> positions, TermImport terms, Counter counter) {
        if (claim.path("rank").asText().equals("deprecated")) {
            counter.skip("deprecated statement", id);
            return;
        }
        String item = itemOf(claim.path("mainsnak"));
        Position position = positions.get(item);
        if (position == null) {
            counter.skip("position not in the file", id + ": " + item);
            return;
        }
        JsonNode qualifiers = claim.path("qualifiers");
        terms.add(id, position.label(), position.country(), time(qualifiers, "P580"), time(qualifiers, "P582"), false);
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.path("labels").forEach(label -> names.add(label.path("value").asText()));
        node.path("aliases")
                .forEach(list ->
                        list.forEach(alias -> names.add(alias.path("value").asText())));
        names.remove("");
        return names;
    }

    private static String itemOf(JsonNode snak) {
        return snak.path("datavalue").path("value").path("id").asText();
    }

    private static String time(JsonNode qualifiers, String property) {
        return qualifiers
                .path(property)
                .path(0)
                .path("datavalue")
                .path("value")
                .path("time")
                .asText();
    }
}
