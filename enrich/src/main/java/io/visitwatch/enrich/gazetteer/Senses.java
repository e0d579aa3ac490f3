package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.List;

/**
 * What forms stand for, by the payload of a {@link NameIndex}. A form that is the name of one person, as nearly all of a million
 * are, has its payload alone: a negative one that holds the person's number and whether the form is the surname.
 */
final class Senses {
    /** What all full names of people have in common. */
    static final Sense SOMEBODY = person(Builder.ofPerson(0, false), "");

    private final List<List<Sense>> lists;
    private final PeopleRegister people;

    private Senses(List<List<Sense>> lists, PeopleRegister people) {
        this.lists = lists;
        this.people = people;
    }

    /** What a payload stands for. */
    List<Sense> of(int payload) {
        return payload < 0 ? List.of(person(payload, people.id(Builder.personOf(payload)))) : lists.get(payload);
    }

    /** Whether a payload is the full name of one person, and nothing else. */
    static boolean isFullName(int payload) {
        return payload < 0 && (~payload & 1) == 0;
    }

    private static Sense person(int payload, String id) {
        boolean surname = (~payload & 1) != 0;
        Sense.LetterCase letterCase = surname ? Sense.LetterCase.CAPITAL : Sense.LetterCase.ANY;
        return new Sense(MatchKind.PERSON, id, null, Languages.ANY, letterCase, surname);
    }

    /** Collects them. */
    static final class Builder {
        private final List<List<Sense>> lists = new ArrayList<>();
        private final PeopleNames people;

        Builder(PeopleNames people) {
            this.people = people;
        }

        /** The payload of a name of one person. */
        static int ofPerson(int number, boolean surname) {
            return ~(number << 1 | (surname ? 1 : 0));
        }

        /** The person's number in the payload of a name of one person. */
        static int personOf(int payload) {
            return ~payload >> 1;
        }

        /** A payload of its own for what a form stands for. */
        int of(Sense sense) {
            lists.add(List.of(sense));
            return lists.size() - 1;
        }

        /** The payload of a form that stood for {@code old} and stands for {@code added} too. */
        int merge(int old, int added) {
            if (old == added) {
                return old;
            }
            Sense sense = list(added).get(0);
            List<Sense> merged = new ArrayList<>(list(old));
            if (!holds(merged, sense)) {
                merged.add(sense);
            }
            if (old >= 0) {
                lists.set(old, List.copyOf(merged));
                return old;
            }
            lists.add(List.copyOf(merged));
            return lists.size() - 1;
        }

        /** As contains; ids first, in which the many meanings of a common surname differ. */
        private static boolean holds(List<Sense> senses, Sense sense) {
            for (Sense each : senses) {
                if (each.id().equals(sense.id()) && each.equals(sense)) {
                    return true;
                }
            }
            return false;
        }

        private List<Sense> list(int payload) {
            return payload < 0 ? List.of(person(payload, people.id(personOf(payload)))) : lists.get(payload);
        }

        Senses build(PeopleRegister register) {
            return new Senses(List.copyOf(lists), register);
        }
    }
}
