package io.visitwatch.enrich.gazetteer;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People and their terms, by person and by office. Who never held an office is not an object until asked for. */
final class PeopleRegister {
    private final PeopleNames names;
    private final Map<Integer, Person> officials = new HashMap<>();
    private final int officialsBelow;
    private final Map<String, List<Term>> byOffice = new LinkedHashMap<>();

    PeopleRegister(PeopleNames names, Map<String, List<Term>> terms) {
        this.names = names;
        Comparator<Term> byStart =
                Comparator.comparing(Term::start, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));
        List<Integer> inOrder =
                terms.keySet().stream().map(names::number).sorted().toList();
        officialsBelow = inOrder.isEmpty() ? 0 : inOrder.get(inOrder.size() - 1) + 1;
        for (int number : inOrder) {
            String id = names.id(number);
            List<Term> own = new ArrayList<>(terms.getOrDefault(id, List.of()));
            own.sort(byStart);
            officials.put(number, new Person(id, names.name(number), own));
            for (Term term : own) {
                byOffice.computeIfAbsent(office(term.country(), term.officeKind()), key -> new ArrayList<>())
                        .add(term);
            }
        }
        byOffice.values().forEach(list -> list.sort(byStart));
    }

    private static String office(String country, String kind) {
        return country + ' ' + kind;
    }

    @Nullable Person person(String id) {
        int number = names.number(id);
        return number < 0 ? null : person(number);
    }

    /** The person of a number of {@link PeopleNames}. */
    Person person(int number) {
        Person official = official(number);
        return official == null ? new Person(names.id(number), names.name(number), List.of()) : official;
    }

    /** The id of the person of a number. */
    String id(int number) {
        Person official = official(number);
        return official == null ? names.id(number) : official.id();
    }

    private @Nullable Person official(int number) {
        return number < officialsBelow ? officials.get(number) : null;
    }

    Collection<Person> all() {
        return new AbstractList<>() {
            @Override
            public Person get(int number) {
                return person(number);
            }

            @Override
            public int size() {
                return names.size();
            }
        };
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
