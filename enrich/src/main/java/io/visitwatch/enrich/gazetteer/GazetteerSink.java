package io.visitwatch.enrich.gazetteer;

import java.util.List;

/**
 * Takes knowledge from outside into a gazetteer that is being built, on top of the bundled data.
 *
 * <p>All methods throw {@link IllegalArgumentException} with one line for people when something is refused: an unknown office or
 * country, a term that ends before it starts, a name without letters.
 */
public interface GazetteerSink {
    /** Whether a country code, or the acronym of an organisation, is known. */
    boolean knowsCountry(String code);

    /** Whether a person is known. */
    boolean knowsPerson(String id);

    /**
     * Adds a person, or gives a known one another usual name.
     *
     * @param surname whether the surname alone may name this person
     */
    void addPerson(String id, String name, boolean surname);

    /** Adds a spelling of a known person's name, in any script. */
    void addPersonName(String id, String name);

    /** Adds a term of a known person. */
    void addTerm(Term term);

    /** Forgets the terms known so far of a person in an office, for a source that knows better. */
    void forgetTerms(String personId, String country, String officeKind);

    /**
     * Adds a place, or further names of a known one.
     *
     * @param names forms in any language
     */
    void addPlace(Place place, List<String> names);

    /** Adds an organisation, or further names of a known one. */
    void addOrganisation(Organisation organisation, List<String> names);

    /**
     * Adds forms of something known.
     *
     * @param language BCP 47 code, or {@code *}
     */
    void addForms(MatchKind kind, String id, String language, List<String> forms);

    /** Fills a sink. */
    interface Source {
        /** Adds what this source knows. */
        void fill(GazetteerSink sink);
    }
}
