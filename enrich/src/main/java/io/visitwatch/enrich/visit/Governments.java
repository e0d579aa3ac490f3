package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Under which government of the watched country an article without a date was written: half of an archive carries no date, yet
 * nearly all of it names people who held office for a few years.
 */
final class Governments {
    private static final String HEAD = "head-of-government";

    private final Gazetteer gazetteer;
    private final List<Term> heads;

    private Governments(Gazetteer gazetteer, List<Term> heads) {
        this.gazetteer = gazetteer;
        this.heads = heads;
    }

    /** The governments of a country. */
    static Governments of(Gazetteer gazetteer, String country) {
        List<Term> heads = new ArrayList<>();
        for (Person person : gazetteer.people()) {
            for (Term term : person.terms()) {
                if (term.officeKind().equals(HEAD) && term.country().equals(country)) {
                    heads.add(term);
                }
            }
        }
        return new Governments(gazetteer, List.copyOf(heads));
    }

    /**
     * Id of the head of the only government under which those named can have been in office; empty when several fit, or none.
     *
     * @param actors the people an article names, with the offices it gives them
     */
    Optional<String> underWhich(Collection<Actor> actors) {
        Set<String> named = new HashSet<>();
        Map<String, List<Term>> offices = new LinkedHashMap<>();
        for (Actor actor : actors) {
            Person person = actor.personId() == null || actor.standing() == Actor.Standing.PAST
                    ? null
                    : gazetteer.person(actor.personId());
            if (person == null) {
                continue;
            }
            named.add(person.id());
            List<Term> terms = terms(person, actor);
            if (!terms.isEmpty()) {
                offices.merge(person.id(), terms, (one, two) -> one.size() <= two.size() ? one : two);
            }
        }
        Optional<String> present =
                heads.stream().map(Term::personId).filter(named::contains).findFirst();
        return present.isPresent() ? present : only(offices.values());
    }

    /** The government that fits most of the people, when no other fits as many: some are read wrong, or listed without a term. */
    private Optional<String> only(Collection<List<Term>> people) {
        Map<String, Long> fitting = new HashMap<>();
        for (Term head : heads) {
            long fit = people.stream()
                    .filter(terms -> terms.stream().anyMatch(t -> meet(t, head)))
                    .count();
            fitting.merge(head.personId(), fit, Math::max);
        }
        long most = fitting.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<String> best = fitting.entrySet().stream()
                .filter(e -> most > 0 && e.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** The terms that the words may mean: those of the office they give; nothing for an office nobody listed. */
    private static List<Term> terms(Person person, Actor actor) {
        return person.terms().stream()
                .filter(t ->
                        !actor.has(Actor.Trait.OFFICE_SAID) || t.officeKind().equals(actor.officeKind()))
                .toList();
    }

    private static boolean meet(Term one, Term two) {
        LocalDate start = Objects.requireNonNullElse(one.start(), LocalDate.MIN);
        LocalDate end = Objects.requireNonNullElse(one.end(), LocalDate.MAX);
        return !Objects.requireNonNullElse(two.start(), LocalDate.MIN).isAfter(end)
                && !Objects.requireNonNullElse(two.end(), LocalDate.MAX).isBefore(start);
    }
}
