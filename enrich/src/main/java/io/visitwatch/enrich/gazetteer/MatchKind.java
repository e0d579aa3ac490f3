package io.visitwatch.enrich.gazetteer;

import java.util.Locale;

/** What a matched form names. */
public enum MatchKind {
    /** A person of the gazetteer; ids are person ids. */
    PERSON,
    /** A kind of office ("foreign minister"); ids are office kinds. */
    OFFICE,
    /** A country by its name; ids are ISO 3166-1 alpha-2 codes. */
    COUNTRY,
    /** An adjective or a noun of nationality ("Iranian"); ids as for countries. */
    NATIONALITY,
    /** A building, city or body that stands for a government ("Kremlin", "Ankara"); ids as for countries. */
    METONYM,
    /** An organisation; ids are organisation ids. */
    ORGANISATION,
    /** A place; ids are place ids. */
    PLACE,
    /** A look-alike that must not be read as anything else ("al-Baghdadi"); ids are names of traps. */
    TRAP;

    /** The word data files use. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
