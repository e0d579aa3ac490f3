package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.Organisation;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What the gazetteer knows of the people a name in a text may mean: the offices they held and the states they served. */
final class NamedPeople {
    private final Gazetteer gazetteer;

    NamedPeople(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Whether what an office, a state or a body before a name says fits none of the people it may mean. */
    boolean foreignTo(Piece said, Piece person) {
        Match match = said.atomMatch();
        if (match == null) {
            return false;
        }
        return switch (said.kind()) {
            case OFFICE -> !held(person, said);
            case NATION -> !statesOf(person).contains(match.id());
            case ORGANISATION -> {
                Organisation body = gazetteer.organisation(match.id());
                yield body != null && !statesOf(person).contains(body.actsFor());
            }
            case PERSON, CUE -> false;
        };
    }

    /** Whether one of the people a name may mean ever held an office of that kind; true where nobody knows. */
    boolean held(Piece person, Piece office) {
        Match names = person.atomMatch();
        Match kinds = office.atomMatch();
        if (names == null || kinds == null) {
            return true;
        }
        return names.ids().stream()
                .map(gazetteer::person)
                .filter(Objects::nonNull)
                .flatMap(p -> p.terms().stream())
                .anyMatch(term -> kinds.ids().contains(term.officeKind()));
    }

    /** The states the people a name may mean ever served; none where nobody knows. */
    Set<String> statesOf(Piece person) {
        Match names = person.atomMatch();
        if (names == null) {
            return Set.of();
        }
        Set<String> states = new HashSet<>();
        for (String id : names.ids()) {
            Person known = gazetteer.person(id);
            if (known != null) {
                known.terms().forEach(term -> states.add(term.country()));
            }
        }
        return states;
    }
}
