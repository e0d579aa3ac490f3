package io.visitwatch.enrich.gazetteer.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.GazetteerException;
import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.gazetteer.Organisation;
import io.visitwatch.enrich.gazetteer.Place;
import io.visitwatch.enrich.gazetteer.Term;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the user's own. What it says wins: terms it gives replace those known of the same person, country and office.
 *
 * <p>Unlike foreign data it is written by hand for this program, so anything wrong in it is refused with file, line and key.
 */
final class YamlImporter implements Importer {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The whole file. */
    record Own(
            @Nullable List<OwnPerson> people,
            @Nullable List<OwnPlace> places,
            @Nullable List<OwnOrganisation> organisations,
            @Nullable List<OwnForms> forms) {}

    /** A person; without id one is made of name and first country. */
    record OwnPerson(
            @Nullable String id,
            @Nullable String name,
            boolean surname,
            @Nullable List<String> names,
            @Nullable List<OwnTerm> terms) {}

    /** A term; without end it goes on. */
    record OwnTerm(
            @Nullable String country,
            @Nullable String office,
            @Nullable String start,
            @Nullable String end,
            @Nullable String title,
            @Nullable String posting) {}

    /** A place. */
    record OwnPlace(
            @Nullable String id,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String parent,
            @Nullable String country,
            @Nullable List<String> names) {}

    /** An organisation. */
    record OwnOrganisation(
            @Nullable String id,
            @Nullable String name,
            @Nullable String role,
            @Nullable String actsFor,
            @Nullable List<String> names) {}

    /** More forms of something known: {@code kind} as in {@link MatchKind}, in lower case. */
    record OwnForms(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String language,
            @Nullable List<String> forms) {}

    @Override
    public void read(Path file, GazetteerSink sink, Counter counter) throws IOException {
        Own own;
        try (InputStream in = JsonRecords.open(file)) {
            own = YAML.readValue(in, Own.class);
        } catch (UnrecognizedPropertyException e) {
            String key = e.getPropertyName();
            throw new GazetteerException(
                    file + ":" + lineOf(key, file, line(e)) + ": unknown key '" + key + "'; known here: "
                            + e.getKnownPropertyIds(),
                    e);
        } catch (JsonProcessingException e) {
            throw new GazetteerException(file + ":" + line(e) + ": " + e.getOriginalMessage(), e);
        }
        try {
            fill(own, sink, counter);
        } catch (IllegalArgumentException e) {
            throw new GazetteerException(file + ": " + e.getMessage(), e);
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    /** The parser has read on when it notices an unknown key: the key stands on the last line before that which has it. */
    private static int lineOf(String key, Path file, int noticed) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = Math.min(noticed, lines.size()); i > 0; i--) {
            if (lines.get(i - 1).contains(key + ":")) {
                return i;
            }
        }
        return noticed;
    }

    private static void fill(Own own, GazetteerSink sink, Counter counter) {
        for (OwnOrganisation each : orEmpty(own.organisations())) {
            counter.record();
            String role = required(each.role(), "organisation", "role").toUpperCase(Locale.ROOT);
            String id = required(each.id(), "organisation", "id");
            String name = required(each.name(), "organisation", "name");
            Organisation organisation = new Organisation(
                    id, name, each.actsFor() == null ? "" : each.actsFor(), Organisation.Role.valueOf(role));
            sink.addOrganisation(organisation, List.of(name));
            sink.addOrganisation(organisation, orEmpty(each.names()));
            counter.took("organisations");
        }
        for (OwnPlace each : orEmpty(own.places())) {
            counter.record();
            String name = required(each.name(), "place", "name");
            Place place = new Place(
                    required(each.id(), "place", "id"),
                    name,
                    each.kind() == null ? "venue" : each.kind(),
                    each.parent(),
                    required(each.country(), "place", "country"));
            sink.addPlace(place, List.of(name));
            sink.addPlace(place, orEmpty(each.names()));
            counter.took("places");
        }
        orEmpty(own.people()).forEach(each -> person(each, sink, counter));
        for (OwnForms each : orEmpty(own.forms())) {
            counter.record();
            MatchKind kind =
                    MatchKind.valueOf(required(each.kind(), "forms", "kind").toUpperCase(Locale.ROOT));
            String language = each.language() == null ? "*" : each.language();
            sink.addForms(kind, required(each.id(), "forms", "id"), language, orEmpty(each.forms()));
            counter.took("forms");
        }
    }

    private static void person(OwnPerson own, GazetteerSink sink, Counter counter) {
        counter.record();
        String name = required(own.name(), "person", "name");
        List<OwnTerm> terms = orEmpty(own.terms());
        String country = terms.isEmpty() ? "" : required(terms.get(0).country(), name, "country");
        String id = own.id() == null ? Gazetteer.unknownId(name, country) : own.id();
        sink.addPerson(id, name, own.surname());
        orEmpty(own.names()).forEach(each -> sink.addPersonName(id, each));
        Set<String> replaced = new HashSet<>();
        for (OwnTerm term : terms) {
            String actsFor = required(term.country(), name, "country");
            String office = required(term.office(), name, "office");
            if (replaced.add(actsFor + " " + office)) {
                sink.forgetTerms(id, actsFor, office);
            }
            String end = term.end() == null ? "" : term.end();
            sink.addTerm(new Term(
                    id,
                    actsFor,
                    office,
                    term.title() == null ? "" : term.title(),
                    term.posting(),
                    date(required(term.start(), name, "start"), false),
                    end.isEmpty() ? null : date(end, true),
                    null));
            counter.took("terms");
        }
        counter.took("people");
    }

    private static LocalDate date(String text, boolean last) {
        LocalDate date = last ? ImportDates.last(text) : ImportDates.first(text);
        if (date == null) {
            throw new IllegalArgumentException("'" + text + "' is no date: write YYYY, YYYY-MM or YYYY-MM-DD");
        }
        return date;
    }

    private static String required(@Nullable String value, String where, String key) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(where + ": key '" + key + "' is missing");
        }
        return value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
