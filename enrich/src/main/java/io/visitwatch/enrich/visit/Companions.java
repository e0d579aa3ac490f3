package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.WordOrder;
import java.util.ArrayList;
import java.util.List;

/** Finds those who come along: "A and B", "A, with B". */
final class Companions {
    private static final int WITH_REACH = 6;
    private static final int OPENING_FILLERS = 2;

    private Companions() {}

    /** Whether {@code right} is coordinated with {@code left}: only "and", commas and fillers between them. */
    static boolean joined(Frame frame, Actor left, Actor right) {
        if (right.start() < left.end()) {
            return false;
        }
        boolean and = frame.section().gapHas(right.start(), ",\u060C\u3001") || prefixedAnd(frame, right);
        for (int token = left.end(); token < right.start(); token++) {
            int at = token;
            boolean link = false;
            for (var cue : frame.sentence().cues()) {
                if (cue.covers(at)) {
                    and |= cue.cue() == Cue.AND;
                    link |= cue.cue() == Cue.AND || cue.cue() == Cue.GLUE || cue.cue() == Cue.HONORIFIC;
                }
            }
            if (!link) {
                return false;
            }
        }
        return and;
    }

    /** All foreign officials coordinated with or accompanying the mover, the mover not included. */
    static List<Actor> of(Frame frame, Actor mover) {
        List<Actor> found = opening(frame, mover);
        List<Actor> actors = frame.actors();
        int index = actors.indexOf(mover);
        if (index < 0) {
            return found;
        }
        boolean apart = false;
        for (int i = index + 1; i < actors.size(); i++) {
            Actor next = actors.get(i);
            if (next.home() && next.governed() && next.has(Actor.Trait.NAMED)) {
                apart = true;
                continue;
            }
            boolean along = (!apart && joined(frame, actors.get(i - 1), next))
                    || with(frame, next, mover)
                    || FrameReader.leads(frame.sentence(), mover, next);
            if (!along) {
                break;
            }
            boolean stranger = next.side() == Actor.Side.UNKNOWN
                    && next.standing() == Actor.Standing.OFFICIAL
                    && next.has(Actor.Trait.NAMED);
            if (next.visitor()) {
                found.add(next);
            } else if (stranger) {
                found.add(next.actingFor(mover));
            }
        }
        return found;
    }

    /** "Together with A, B came": whoever a phrase that opens the sentence joins to its subject, be that a pronoun. */
    private static List<Actor> opening(Frame frame, Actor mover) {
        List<Actor> found = new ArrayList<>();
        int first = frame.sentence().start();
        boolean pronoun = mover.has(Actor.Trait.COREFERENCE);
        int at = -1;
        for (CueMatch cue : frame.sentence().cues()) {
            boolean goesOn = cue.start() == (at < 0 ? first : at);
            at = goesOn && (cue.cue() == Cue.WITH || (at >= 0 && fills(cue))) ? Math.max(at, cue.end()) : at;
        }
        for (Actor actor : frame.actors()) {
            boolean follows = at >= 0 && actor.start() >= at && actor.start() - at <= OPENING_FILLERS;
            boolean listed = !found.isEmpty() && joined(frame, found.get(found.size() - 1), actor);
            boolean before = pronoun || actor.end() <= mover.start();
            boolean own = !actor.has(Actor.Trait.NATION_LENT) || actor.country().equals(mover.country());
            if (!(follows || listed)
                    || !before
                    || !own
                    || !actor.visitor()
                    || actor.key().equals(mover.key())) {
                continue;
            }
            found.add(actor);
        }
        boolean closed = !found.isEmpty() && endsPhrase(frame, found.get(found.size() - 1), mover);
        return closed ? found : new ArrayList<>();
    }

    private static boolean fills(CueMatch cue) {
        return cue.cue() == Cue.WITH || cue.cue() == Cue.BY || cue.cue() == Cue.GLUE || cue.cue() == Cue.HONORIFIC;
    }

    /** Whether a comma, the subject or a pronoun for it stands right behind the last companion. */
    private static boolean endsPhrase(Frame frame, Actor last, Actor mover) {
        return frame.section().gapHas(last.end(), ",\u060C")
                || mover.start() == last.end()
                || frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.PRONOUN && c.start() == last.end());
    }

    private static boolean with(Frame frame, Actor actor, Actor mover) {
        boolean companionCue = frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.WITH
                        && c.end() <= actor.start()
                        && actor.start() - c.end() <= 2
                        && c.start() >= mover.end());
        boolean near = actor.start() - mover.end() <= WITH_REACH * 2;
        return companionCue
                && near
                && !actor.has(Actor.Trait.NATION_LENT)
                && (actor.side() == Actor.Side.UNKNOWN || actor.country().equals(mover.country()));
    }

    private static boolean prefixedAnd(Frame frame, Actor actor) {
        boolean head = frame.pack().order() == WordOrder.VSO
                && ArabicWords.andHead(
                        frame.section().tokens().get(actor.start()).text())
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.COLLECTIVE && c.start() == actor.start());
        return head || frame.sentence().atoms().stream().anyMatch(a -> a.start() == actor.start() && a.afterAnd());
    }
}
