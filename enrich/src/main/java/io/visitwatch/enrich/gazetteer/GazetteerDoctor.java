package io.visitwatch.enrich.gazetteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks a gazetteer over and says what a person should look after. */
public final class GazetteerDoctor {
    /** Offices that are never left empty for long: an empty one means missing data. */
    private static final List<String> ALWAYS_HELD = List.of(
            "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "expeditionary-commander");

    private GazetteerDoctor() {}

    /** What kind of look it needs. */
    public enum Kind {
        /** An office had holders before and has none on the day. */
        POST_WITHOUT_HOLDER,
        /** A state's office has several holders at once on the day. */
        POST_WITH_SEVERAL_HOLDERS,
        /** Nobody knows whether a term has ended, and it has lasted long. */
        END_UNKNOWN,
        /** One name stands for several people who were in office in one year. */
        COLLIDING_NAME,
        /** Two ids look like one person: one name, one country. */
        DOUBLE_ID,
        /** A person without any term: the name is found and says nothing. */
        WITHOUT_TERM
    }

    /**
     * One thing to look after.
     *
     * @param kind what kind
     * @param subject office, name or person it is about
     * @param detail words for people
     */
    public record Finding(Kind kind, String subject, String detail) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + subject + ": " + detail;
        }
    }

    /**
     * Examines a gazetteer.
     *
     * @param day the day the posts are asked for
     * @return findings by kind, then by subject
     */
    public static List<Finding> examine(Gazetteer gazetteer, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        posts(gazetteer, day, findings);
        people(gazetteer, day, findings);
        names(gazetteer, findings);
        findings.sort((one, two) -> one.kind() == two.kind()
                ? one.subject().compareTo(two.subject())
                : one.kind().compareTo(two.kind()));
        return findings;
    }

    private static void posts(Gazetteer gazetteer, LocalDate day, List<Finding> findings) {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Person person : gazetteer.people()) {
            for (Term term : person.terms()) {
                if (ALWAYS_HELD.contains(term.officeKind())) {
                    seen.computeIfAbsent(term.officeKind(), kind -> new TreeSet<>())
                            .add(term.country());
                }
            }
        }
        seen.forEach((kind, countries) -> countries.forEach(country -> post(gazetteer, country, kind, day, findings)));
    }

    private static void post(Gazetteer gazetteer, String country, String kind, LocalDate day, List<Finding> findings) {
        List<NameMatch> holders = gazetteer.holders(country, kind, day);
        String post = country + " " + kind;
        if (holders.isEmpty()) {
            findings.add(new Finding(Kind.POST_WITHOUT_HOLDER, post, "nobody known on " + day));
        } else if (holders.size() > 1) {
            String names = String.join(
                    ", ", holders.stream().map(match -> match.person().name()).toList());
            findings.add(new Finding(Kind.POST_WITH_SEVERAL_HOLDERS, post, names));
        }
    }

    private static void people(Gazetteer gazetteer, LocalDate day, List<Finding> findings) {
        for (Person person : gazetteer.people()) {
            String who = person.id() + " " + person.name();
            if (person.terms().isEmpty()) {
                findings.add(new Finding(Kind.WITHOUT_TERM, who, "held no office this gazetteer knows"));
            }
            for (Term term : person.terms()) {
                LocalDate start = term.start();
                LocalDate believed = term.lastBelieved();
                if (!term.endKnown() && believed != null && believed.isBefore(day)) {
                    findings.add(new Finding(
                            Kind.END_UNKNOWN, who, term.country() + " " + term.officeKind() + " since " + start));
                }
            }
        }
    }

    private static void names(Gazetteer gazetteer, List<Finding> findings) {
        gazetteer.sharedNames().forEach((name, ids) -> {
            for (int i = 0; i < ids.size(); i++) {
                for (int j = i + 1; j < ids.size(); j++) {
                    pair(gazetteer, name, ids.get(i), ids.get(j), findings);
                }
            }
        });
    }

    private static void pair(Gazetteer gazetteer, String name, String one, String two, List<Finding> findings) {
        Person first = gazetteer.person(one);
        Person second = gazetteer.person(two);
        if (first == null || second == null) {
            return;
        }
        boolean oneCountry = countries(first).stream().anyMatch(countries(second)::contains);
        Kind kind = oneCountry ? Kind.DOUBLE_ID : Kind.COLLIDING_NAME;
        findings.add(new Finding(kind, name, one + " " + first.name() + " and " + two + " " + second.name()));
    }

    private static Set<String> countries(Person person) {
        Set<String> countries = new TreeSet<>();
        person.terms().forEach(term -> countries.add(term.country()));
        return countries;
    }
}
