package io.visitwatch.enrich.gazetteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People and their terms, by person and by office. */
final class PeopleRegister {
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, List<Term>> byOffice = new LinkedHashMap<>();

    PeopleRegister(Map<String, String> names, Map<String, List<Term>> terms) {
        Comparator<Term> byStart =
                Comparator.comparing(Term::start, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));
        names.forEach((id, name) -> {
            List<Term> own = new ArrayList<>(terms.getOrDefault(id, List.of()));
            own.sort(byStart);
            people.put(id, new Person(id, name, own));
            for (Term term : own) {
                byOffice.computeIfAbsent(office(term.country(), term.officeKind()), key -> new ArrayList<>())
                        .add(term);
            }
        });
        byOffice.values().forEach(list -> list.sort(byStart));
    }

    private static String office(String country, String kind) {
        return country + ' ' + kind;
    }

    @Nullable Person person(String id) {
        return people.get(id);
    }

    Collection<Person> all() {
        return people.values();
    }

    /** Terms in an office that cover a day, the latest begun first. */
    List<Term> holders(String country, String kind, LocalDate day) {
        List<Term> found = new ArrayList<>();
        for (Term term : byOffice.getOrDefault(office(country, kind), List.of())) {
            if (term.start() != null && term.covers(day)) {
                found.add(0, term);
            }
        }
        found.sort(Comparator.comparing(term -> !term.endKnown()));
        return found;
    }
}
