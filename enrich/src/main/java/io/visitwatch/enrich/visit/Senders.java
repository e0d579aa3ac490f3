package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Term;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Tells whom an envoy is sent by from the envoy himself: "the president's envoy", "مبعوث ترامب". */
final class Senders {
    /** Offices that belong to somebody who stands above them. */
    private static final Set<String> SENT = Set.of("envoy", "special-representative", "adviser", "spokesperson");

    private static final Set<String> RULERS =
            Set.of("head-of-state", "head-of-government", "monarch", "crown-prince", "supreme-leader");

    private Senders() {}

    /** Whether a person behind an envoy's office is a ruler who never held it, and so the one who sent him. */
    static boolean sends(Gazetteer gazetteer, Draft draft, Piece piece) {
        if ((piece.kind() != Piece.Kind.PERSON && !rules(piece))
                || draft.offices.isEmpty()
                || !isSent(draft.offices.get(draft.named() ? draft.offices.size() - 1 : 0))
                || (draft.named() && draft.offices.get(draft.offices.size() - 1).start() < draft.nameStart)) {
            return false;
        }
        if (piece.kind() == Piece.Kind.OFFICE) {
            return true;
        }
        List<Person> bearers = people(gazetteer, piece);
        return rules(bearers)
                && bearers.stream().flatMap(p -> p.terms().stream()).noneMatch(t -> SENT.contains(t.officeKind()));
    }

    /** Whether the draft names a ruler and nobody else, so that an envoy's office that it owns is another's. */
    static boolean owns(Gazetteer gazetteer, Draft draft, Piece office) {
        return office.kind() == Piece.Kind.OFFICE
                && isSent(office)
                && draft.person != null
                && rules(people(gazetteer, draft.person));
    }

    /** The state the ruler stands for; empty when none is known. */
    static String country(Gazetteer gazetteer, Piece ruler) {
        return people(gazetteer, ruler).stream()
                .flatMap(p -> p.terms().stream())
                .filter(t -> RULERS.contains(t.officeKind()))
                .map(Term::country)
                .findFirst()
                .orElse("");
    }

    private static boolean isSent(Piece office) {
        Match kinds = office.atomMatch();
        return kinds != null && kinds.ids().stream().anyMatch(SENT::contains);
    }

    private static boolean rules(Piece office) {
        Match kinds = office.kind() == Piece.Kind.OFFICE ? office.atomMatch() : null;
        return kinds != null && kinds.ids().stream().anyMatch(RULERS::contains);
    }

    private static boolean rules(List<Person> people) {
        return people.stream().flatMap(p -> p.terms().stream()).anyMatch(t -> RULERS.contains(t.officeKind()));
    }

    private static List<Person> people(Gazetteer gazetteer, Piece piece) {
        Match names = piece.atomMatch();
        return names == null
                ? List.of()
                : names.ids().stream()
                        .map(gazetteer::person)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
