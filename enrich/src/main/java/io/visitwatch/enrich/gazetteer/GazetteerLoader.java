package io.visitwatch.enrich.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bundled data files, in the order they depend on each other. */
final class GazetteerLoader {
    private final GazetteerBuilder builder = new GazetteerBuilder();
    private final MessageDigest digest;

    private GazetteerLoader() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The bundled gazetteer with other sources on top.
     *
     * @param extraVersion digest of the other sources; empty for none
     * @throws GazetteerException naming file and line when data cannot be used
     */
    static Gazetteer load(List<GazetteerSink.Source> sources, String extraVersion) {
        GazetteerLoader loader = new GazetteerLoader();
        loader.readBundled();
        sources.forEach(source -> source.fill(loader.builder));
        String bundled = HexFormat.of().formatHex(loader.digest.digest(), 0, 8);
        return loader.builder.build(extraVersion.isEmpty() ? bundled : bundled + "+" + extraVersion);
    }

    private void readBundled() {
        read("countries-cldr.tsv", this::country);
        read("countries.tsv", this::country);
        read("organisations.tsv", this::organisation);
        read("organisation-names.tsv", this::organisationName);
        read("office-kinds.tsv", this::officeKind);
        read("offices.tsv", this::officeName);
        read("places.tsv", this::place);
        read("place-names.tsv", this::placeName);
        read("people-wikidata.tsv", this::person);
        read("people.tsv", this::person);
        read("people-names.tsv", this::personName);
        read("terms-wikidata.tsv", this::term);
        read("terms.tsv", this::term);
        read("traps.tsv", this::trap);
    }

    private void read(String file, TsvRows.Reader reader) {
        InputStream in = GazetteerLoader.class.getResourceAsStream(file);
        if (in == null) {
            throw new GazetteerException(file + ": not in the program's jar; build it again");
        }
        try {
            TsvRows.read(file, new DigestInputStream(in, digest), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** code, {@code state|name|adj|metonym}, languages, forms. */
    private void country(TsvRows.Row row) {
        String code = row.get(0);
        String type = row.get(1);
        if (type.equals("state")) {
            builder.country(new Country(code, row.get(3)));
            return;
        }
        for (String language : row.get(2).split(",", -1)) {
            long bits = Languages.parse(language);
            for (String form : row.forms(3)) {
                for (String inflected : inflected(type, language, form)) {
                    builder.form(kind(row, type), code, inflected, bits, code);
                }
            }
        }
    }

    private static Set<String> inflected(String type, String language, String form) {
        return type.equals("adj") ? Inflections.ofNationality(language, form) : Inflections.ofName(language, form);
    }

    private static MatchKind kind(TsvRows.Row row, String type) {
        return switch (type) {
            case "name" -> MatchKind.COUNTRY;
            case "adj" -> MatchKind.NATIONALITY;
            case "metonym" -> MatchKind.METONYM;
            default -> throw row.refuse("unknown type '" + type + "': write state, name, adj or metonym");
        };
    }

    /** id, role, acts for, English name. */
    private void organisation(TsvRows.Row row) {
        builder.organisation(new Organisation(row.get(0), row.get(3), row.get(2), Organisation.Role.of(row.get(1))));
    }

    /** id, languages, forms. */
    private void organisationName(TsvRows.Row row) {
        String actsFor = builder.actsFor(row.get(0));
        names(row, MatchKind.ORGANISATION, actsFor.isEmpty() ? null : actsFor);
    }

    private void names(TsvRows.Row row, MatchKind kind, @Nullable String country) {
        for (String language : row.get(1).split(",", -1)) {
            for (String form : row.forms(2)) {
                for (String inflected : Inflections.ofName(language, form)) {
                    builder.form(kind, row.get(0), inflected, Languages.parse(language), country);
                }
            }
        }
    }

    /** kind, rank, flags. */
    private void officeKind(TsvRows.Row row) {
        List<String> flags = List.of(row.get(2).split(",", -1));
        builder.office(new Office(
                row.get(0), Integer.parseInt(row.get(1)), flags.contains("resident"), flags.contains("single")));
    }

    /** kind, languages, forms, country implied. */
    private void officeName(TsvRows.Row row) {
        String country = row.get(3).isEmpty() ? null : row.get(3);
        for (String language : row.get(1).split(",", -1)) {
            for (String form : row.forms(2)) {
                for (String inflected : Inflections.ofOffice(language, form)) {
                    builder.form(MatchKind.OFFICE, row.get(0), inflected, Languages.parse(language), country);
                }
            }
        }
    }

    /** id, kind, parent, country, English name. */
    private void place(TsvRows.Row row) {
        String parent = row.get(2).isEmpty() ? null : row.get(2);
        builder.place(new Place(row.get(0), row.get(4), row.get(1), parent, row.get(3)));
    }

    /** id, languages, forms. */
    private void placeName(TsvRows.Row row) {
        names(row, MatchKind.PLACE, builder.countryOfPlace(row.get(0)));
    }

    /** id, name, {@code s} when the surname alone is worth matching. */
    private void person(TsvRows.Row row) {
        builder.latinPerson(row.get(0), row.get(1), row.get(2).contains("s"));
    }

    /** id, languages, forms; a form of one word is a surname. */
    private void personName(TsvRows.Row row) {
        for (String form : row.forms(2)) {
            for (String inflected : PersonForms.inflected(row.get(1), form)) {
                builder.personForm(row.get(0), inflected, PersonForms.oneWord(inflected));
            }
        }
    }

    /** person, country, office, start, end (after {@code ?} the last day seen in office), posting, title. */
    private void term(TsvRows.Row row) {
        String endText = row.get(4);
        boolean unknown = endText.startsWith("?");
        LocalDate end = unknown ? null : TermDates.last(endText);
        LocalDate lastSeen = unknown ? TermDates.first(endText.substring(1)) : null;
        String posting = row.get(5).isEmpty() ? null : row.get(5);
        builder.term(new Term(
                row.get(0), row.get(1), row.get(2), row.get(6), posting, TermDates.first(row.get(3)), end, lastSeen));
    }

    /** name, languages, forms. */
    private void trap(TsvRows.Row row) {
        names(row, MatchKind.TRAP, null);
    }
}
