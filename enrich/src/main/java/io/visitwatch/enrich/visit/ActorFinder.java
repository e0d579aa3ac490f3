package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups the nations, offices and names of a sentence into drafts of actors. */
final class ActorFinder {
    /** Who receives others of lower rank. */
    private static final Set<String> RULERS = Set.of("head-of-state", "head-of-government", "speaker");

    private static final int LONGEST_GAP = 4;

    private final Gazetteer gazetteer;
    private final LanguagePack pack;
    private final PieceFinder pieces;
    private final PieceFit fit;

    ActorFinder(Gazetteer gazetteer, LanguagePack pack) {
        this.gazetteer = gazetteer;
        this.pack = pack;
        NamedPeople people = new NamedPeople(gazetteer);
        this.pieces = new PieceFinder(pack, people);
        this.fit = new PieceFit(pack, people);
    }

    /** The drafts of a sentence, in order. */
    List<Draft> find(Section section, Sentence sentence, Discourse discourse) {
        List<Draft> drafts = new ArrayList<>();
        List<Piece> found = pieces.find(section, sentence, discourse);
        Draft current = null;
        for (int i = 0; i < found.size(); i++) {
            Piece piece = found.get(i);
            Piece next = i + 1 < found.size() ? found.get(i + 1) : null;
            if (current != null && ofField(sentence, current, piece)) {
                current.end = piece.end();
            } else if (current != null
                    && beside(section, sentence, current, piece)
                    && Senders.sends(gazetteer, current, piece)) {
                current.sentBy(piece);
            } else if (current != null
                    && pack.ownerBefore()
                    && piece.start() > current.end
                    && beside(section, sentence, current, piece)
                    && Senders.owns(gazetteer, current, piece)) {
                current.owns(piece);
            } else if (current != null && joins(section, sentence, current, piece, next)) {
                current.add(piece);
            } else if (current != null && listsNations(section, sentence, current, piece)) {
                current = current.ofNation(piece);
                drafts.add(current);
            } else {
                current = new Draft(piece);
                drafts.add(current);
            }
        }
        return drafts;
    }

    /** Whether only words that join the parts of a phrase stand between the draft and the piece. */
    private boolean beside(Section section, Sentence sentence, Draft draft, Piece piece) {
        if (piece.start() < draft.end
                || piece.start() - draft.end > LONGEST_GAP
                || startsWithAnd(piece)
                || !onlyGlue(sentence, draft.end, piece.start(), false)) {
            return false;
        }
        for (int token = draft.end; token <= piece.start(); token++) {
            if (section.gapHas(token, PieceFinder.BREAKS + PieceFinder.SOFT)) {
                return false;
            }
        }
        return true;
    }

    /** "Assistant secretary for Iraq and Iran": what an office deals with is not whom it acts for. */
    private static boolean ofField(Sentence sentence, Draft draft, Piece piece) {
        if (piece.kind() != Piece.Kind.NATION || draft.offices.isEmpty() || piece.start() - draft.end > LONGEST_GAP) {
            return false;
        }
        return sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.FIELD
                        && c.start() >= draft.start
                        && (c.end() == piece.start() || (c.end() < draft.end && draft.end == piece.start()))
                        && (c.start() >= draft.end || startsWithAnd(piece)));
    }

    /** "Representatives of Iran, Syria and the United States" are three groups. */
    private static boolean listsNations(Section section, Sentence sentence, Draft draft, Piece piece) {
        if (piece.kind() != Piece.Kind.NATION
                || !draft.cues.contains(Cue.COLLECTIVE)
                || draft.nations.isEmpty()
                || draft.named()) {
            return false;
        }
        boolean and = section.gapHas(piece.start(), PieceFinder.SOFT) || startsWithAnd(piece);
        for (int token = draft.end; token < piece.start(); token++) {
            int at = token;
            if (sentence.cues().stream().anyMatch(c -> c.covers(at) && c.cue() == Cue.AND)) {
                and = true;
            } else if (sentence.cues().stream().noneMatch(c -> c.covers(at) && c.cue() == Cue.GLUE)) {
                return false;
            }
        }
        return and && draft.nations.get(draft.nations.size() - 1).end() == draft.end;
    }

    private boolean joins(Section section, Sentence sentence, Draft draft, Piece piece, @Nullable Piece next) {
        int gap = piece.start() - draft.end;
        boolean origin =
                draft.headedByCue() && (piece.kind() == Piece.Kind.NATION || piece.kind() == Piece.Kind.ORGANISATION);
        if (gap < 0 || gap > LONGEST_GAP || !onlyGlue(sentence, draft.end, piece.start(), origin)) {
            return false;
        }
        if (hostThenGuest(sentence, draft, piece)) {
            return false;
        }
        boolean comma = false;
        for (int token = draft.end; token <= piece.start(); token++) {
            boolean ending = pack.gluesEndings() && section.gap(token).equals("-");
            if (section.gapHas(token, PieceFinder.BREAKS) && !ending && !quotesAName(section, token, draft, piece)) {
                return false;
            }
            comma |= section.gapHas(token, PieceFinder.SOFT);
        }
        boolean andCue = pack.order() == WordOrder.VSO
                && piece.kind() == Piece.Kind.CUE
                && draft.named()
                && ArabicWords.andHead(section.tokens().get(piece.start()).text());
        if (startsWithAnd(piece) || andCue) {
            return false;
        }
        boolean another = comma
                && piece.kind() == Piece.Kind.OFFICE
                && draft.named()
                && namedStranger(section, sentence, piece.end());
        return !another && (!comma || PieceFit.apposition(draft, piece)) && fit.fits(draft, piece, next, comma, gap);
    }

    /** "El-Sisi, King Abdullah": a word with a capital that nothing else explains, right behind an office. */
    private static boolean namedStranger(Section section, Sentence sentence, int token) {
        return token < sentence.end()
                && section.tokens().get(token).text().charAt(0) <= PieceFinder.LAST_CASED
                && section.capital(token)
                && section.gap(token).isBlank()
                && sentence.cues().stream().noneMatch(c -> c.covers(token))
                && sentence.atoms().stream().noneMatch(a -> a.start() <= token && token < a.end());
    }

    /** "Received the premier the minister of Y": behind the verb the bare office of a ruler is the host, the next one his guest. */
    private boolean hostThenGuest(Sentence sentence, Draft draft, Piece piece) {
        Match next = piece.kind() == Piece.Kind.OFFICE ? piece.atomMatch() : null;
        return next != null
                && pack.order() == WordOrder.VSO
                && !draft.named()
                && draft.nations.isEmpty()
                && draft.organisations.isEmpty()
                && !draft.offices.isEmpty()
                && draft.offices.get(0).start() == draft.start
                && draft.offices.stream().allMatch(ActorFinder::ruler)
                && next.ids().stream().noneMatch(RULERS::contains)
                && sentence.cues().stream().anyMatch(c -> receives(c) && c.end() == draft.start);
    }

    private static boolean ruler(Piece office) {
        return office.atomMatch() != null && office.atomMatch().ids().stream().anyMatch(RULERS::contains);
    }

    private static boolean receives(CueMatch cue) {
        return (cue.cue() == Cue.RECEIVE || cue.cue() == Cue.MEET) && cue.tense() != Tense.OPEN;
    }

    /** A quotation mark or a hyphen between an office and a name does not part them. */
    private static boolean quotesAName(Section section, int token, Draft draft, Piece piece) {
        boolean quote = !section.gapHas(token, ";:!?()[]\u061B\u061F\u06D4-");
        boolean toName = piece.kind() != Piece.Kind.CUE || draft.person != null;
        boolean hyphen = section.gap(token).equals("-");
        return quote && (toName || hyphen);
    }

    private static boolean startsWithAnd(Piece piece) {
        return piece.atom() != null && piece.atom().afterAnd();
    }

    private boolean onlyGlue(Sentence sentence, int from, int to, boolean origin) {
        for (int token = from; token < to; token++) {
            int at = token;
            boolean glue = sentence.cues().stream()
                    .anyMatch(c -> c.covers(at)
                            && (c.cue() == Cue.GLUE || c.cue() == Cue.HONORIFIC || (origin && c.cue() == Cue.FROM)));
            if (!glue) {
                return false;
            }
        }
        return true;
    }
}
