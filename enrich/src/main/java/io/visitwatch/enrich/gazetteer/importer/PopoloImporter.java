package io.visitwatch.enrich.gazetteer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.Term;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads legislatures in the Popolo form of EveryPolitician: one JSON object with {@code persons}, {@code organizations},
 * {@code events} (legislative periods) and {@code memberships}.
 *
 * <p>The country is the one named by the legislature ("Iraqi Council of Representatives"), else by the file's name
 * ({@code Iraq.json}).
 */
final class PopoloImporter implements Importer {
    private final OfficeTitles titles;

    PopoloImporter(OfficeTitles titles) {
        this.titles = titles;
    }

    private record Period(String start, String end) {}

    @Override
    public void read(Path file, GazetteerSink sink, Counter counter) throws IOException {
        Map<String, String> people = new HashMap<>();
        Map<String, Period> periods = new HashMap<>();
        Map<String, String> legislatures = new HashMap<>();
        JsonRecords.arrays(file, (array, element) -> {
            switch (array) {
                case "persons" -> person(element, sink, people, counter);
                case "events" ->
                    periods.put(
                            text(element, "id"), new Period(text(element, "start_date"), text(element, "end_date")));
                case "organizations" -> legislatures.put(text(element, "id"), text(element, "name"));
                default -> {
                    // Areas, posts and the rest say nothing about terms.
                }
            }
        });
        String fromFile = titles.countryIn(capitalised(String.valueOf(file.getFileName())));
        JsonRecords.arrays(file, (array, element) -> {
            if (array.equals("memberships")) {
                String named = titles.countryIn(legislatures.getOrDefault(text(element, "organization_id"), ""));
                membership(element, named == null ? fromFile : named, periods, people, sink, counter);
            }
        });
    }

    private static void person(JsonNode node, GazetteerSink sink, Map<String, String> people, Counter counter) {
        counter.record();
        String name = text(node, "name");
        if (name.isBlank()) {
            counter.skip("person without name", text(node, "id"));
            return;
        }
        String id = "ep-" + text(node, "id");
        for (JsonNode identifier : node.path("identifiers")) {
            if (text(identifier, "scheme").equals("wikidata")) {
                id = text(identifier, "identifier");
            }
        }
        people.put(text(node, "id"), id);
        if (!sink.knowsPerson(id)) {
            sink.addPerson(id, name, false);
            counter.took("people");
        }
        for (JsonNode other : node.path("other_names")) {
            String form = text(other, "name");
            if (form.contains(" ")) {
                sink.addPersonName(id, form);
                counter.took("names");
            } else {
                counter.skip("name of one word", id + ": " + form);
            }
        }
    }

    private static void membership(
            JsonNode node,
            @Nullable String country,
            Map<String, Period> periods,
            Map<String, String> people,
            GazetteerSink sink,
            Counter counter) {
        String person = people.get(text(node, "person_id"));
        if (person == null) {
            counter.skip("membership of unknown person", text(node, "person_id"));
            return;
        }
        String role = text(node, "role");
        if (!role.equals("member")) {
            counter.skip("role " + (role.isEmpty() ? "missing" : role), person);
            return;
        }
        if (country == null || !sink.knowsCountry(country)) {
            counter.skip("no known country", person);
            return;
        }
        Period period = periods.getOrDefault(text(node, "legislative_period_id"), new Period("", ""));
        LocalDate start = ImportDates.first(either(text(node, "start_date"), period.start()));
        LocalDate end = ImportDates.last(either(text(node, "end_date"), period.end()));
        if (start == null && end == null) {
            counter.skip("no usable date", person);
            return;
        }
        if (start != null && end != null && end.isBefore(start)) {
            counter.skip("ends before it starts", person);
            return;
        }
        sink.addTerm(
                new Term(person, country, "member-of-parliament", "", null, start, end, end == null ? start : null));
        counter.took("terms");
    }

    /** The words of a file's name, each with a capital, as names of countries are written. */
    private static String capitalised(String fileName) {
        StringBuilder words = new StringBuilder();
        for (String word : fileName.split("[._-]", -1)) {
            words.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .append(' ');
        }
        return words.toString();
    }

    private static String either(String own, String period) {
        return own.isEmpty() ? period : own;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
