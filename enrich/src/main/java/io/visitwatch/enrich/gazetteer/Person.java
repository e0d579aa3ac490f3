package io.visitwatch.enrich.gazetteer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who holds or held an office.
 *
 * @param id Wikidata id where known, else an own one
 * @param name usual English spelling
 * @param terms offices held, oldest first
 */
public record Person(String id, String name, List<Term> terms) {
    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        terms = List.copyOf(terms);
    }

    /** Offices held on a day. */
    public List<Term> termsOn(LocalDate day) {
        return terms.stream().filter(term -> term.covers(day)).toList();
    }

    /** The office nearest to a day: held on it, else the nearest before or after. */
    public Optional<Term> termNear(LocalDate day) {
        return terms.stream().min(Comparator.comparingLong(term -> term.daysAway(day)));
    }
}
