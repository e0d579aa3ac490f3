package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a nation, an office, a name or a head word can be said of the actor that a draft already describes. */
final class PieceFit {
    private final LanguagePack pack;
    private final NamedPeople people;

    PieceFit(LanguagePack pack, NamedPeople people) {
        this.pack = pack;
        this.people = people;
    }

    /** After a comma only what describes the same person goes on: a name after an office, an office after a name. */
    static boolean apposition(Draft draft, Piece piece) {
        return switch (piece.kind()) {
            case PERSON -> !draft.offices.isEmpty() || draft.cues.contains(Cue.COUNTERPART);
            case OFFICE, ORGANISATION -> draft.named() && draft.offices.isEmpty();
            case NATION -> draft.named() && draft.offices.isEmpty() && draft.nations.isEmpty();
            case CUE -> draft.named() && draft.offices.isEmpty() && piece.cue() != Cue.NONOFFICIAL;
        };
    }

    /**
     * Whether the piece may describe whom the draft describes.
     *
     * @param next the piece behind it, if any
     * @param comma whether a comma stands between
     * @param gap how many words stand between
     */
    boolean fits(Draft draft, Piece piece, @Nullable Piece next, boolean comma, int gap) {
        return switch (piece.kind()) {
            case PERSON -> fitsPerson(draft, piece);
            case OFFICE -> fitsOffice(draft, piece, next, comma);
            case NATION -> fitsNation(draft, piece, next, gap, comma);
            case ORGANISATION ->
                draft.organisations.isEmpty() && !(draft.named() && !comma && !draft.offices.isEmpty());
            case CUE -> fitsCue(draft, piece);
        };
    }

    private boolean fitsPerson(Draft draft, Piece piece) {
        if (draft.named() || draft.cues.contains(Cue.NONOFFICIAL) || foreignOrder(draft)) {
            return false;
        }
        Match nation = draft.nation();
        Set<String> states = people.statesOf(piece);
        boolean surname = piece.atomMatch() != null && piece.atomMatch().surnameOnly();
        return nation == null
                || states.isEmpty()
                || states.contains(nation.id())
                || (!draft.offices.isEmpty() && !surname);
    }

    private boolean fitsOffice(Draft draft, Piece piece, @Nullable Piece next, boolean comma) {
        if (!draft.offices.isEmpty()) {
            return !draft.named() && !comma && (draft.nations.isEmpty() || piece.start() == draft.end);
        }
        boolean surnameAgain = draft.named() && draft.person == null;
        if (surnameAgain && !comma && pack.order() == WordOrder.VSO) {
            return false;
        }
        if (draft.person != null && !comma) {
            boolean nameFollows = next != null && next.kind() == Piece.Kind.PERSON;
            return (!nameFollows && !ofAnother(draft, piece, next)) || people.held(draft.person, piece);
        }
        if (draft.cues.contains(Cue.NONOFFICIAL)) {
            return false;
        }
        if (comma && draft.person != null && (opensNext(draft.person, piece, next) || ofAnother(draft, piece, next))) {
            return false;
        }
        Match nation = draft.nation();
        return nation == null || draft.headedByCue() || pack.countryBefore() || nation.kind() == MatchKind.NATIONALITY;
    }

    /** "Beside X, the Spanish president": an office whose nation, right behind it, is none of the person's. */
    private boolean ofAnother(Draft draft, Piece office, @Nullable Piece next) {
        return draft.person != null
                && next != null
                && next.kind() == Piece.Kind.NATION
                && next.start() == office.end()
                && people.foreignTo(next, draft.person);
    }

    private boolean fitsNation(Draft draft, Piece piece, @Nullable Piece next, int gap, boolean comma) {
        Match nation = draft.nation();
        boolean nationFirst = pack.gluesEndings() && !draft.offices.isEmpty();
        if (piece.atomMatch() == null || (nationFirst && !comma)) {
            return false;
        }
        if (nation != null) {
            return !pack.gluesEndings() && nation.id().equals(piece.atomMatch().id());
        }
        if (draft.person != null) {
            Set<String> states = people.statesOf(draft.person);
            boolean own = states.isEmpty() || states.contains(piece.atomMatch().id());
            return own && (comma || !draft.offices.isEmpty());
        }
        if (piece.atomMatch().kind() == MatchKind.COUNTRY && draft.headedByCue() && draft.offices.isEmpty()) {
            return gap <= 2 || !pack.countryBefore();
        }
        boolean belongsToNext = next != null
                && pack.countryBefore()
                && gap == 0
                && next.start() == piece.end()
                && next.kind() == Piece.Kind.OFFICE;
        return draft.hasHead() ? !belongsToNext : draft.bygone() && gap == 0 && !comma;
    }

    /** In languages that put the nation last, a country's name does not begin a phrase. */
    private boolean foreignOrder(Draft draft) {
        Match nation = draft.nation();
        return nation != null && !draft.hasHead() && nation.kind() != MatchKind.NATIONALITY && !pack.countryBefore();
    }

    private boolean fitsCue(Draft draft, Piece piece) {
        if (piece.cue() == Cue.DEAD || piece.cue() == Cue.FORMER) {
            return !draft.named();
        }
        if (piece.cue() == Cue.NONOFFICIAL) {
            boolean onlyGroup = draft.offices.stream().allMatch(o -> o.cue() == Cue.COLLECTIVE);
            return !draft.named() && onlyGroup && !foreignOrder(draft);
        }
        return (!draft.named() || draft.offices.isEmpty()) && !foreignOrder(draft);
    }

    /** "After an hour with X, Secretary Y said": an office that X never held, with a name right behind it, begins another actor. */
    private boolean opensNext(Piece person, Piece office, @Nullable Piece next) {
        return next != null
                && next.kind() == Piece.Kind.PERSON
                && next.start() - office.end() <= 1
                && !people.held(person, office);
    }
}
