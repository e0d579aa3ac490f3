package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.WordOrder;
import java.util.ArrayList;
import java.util.List;

/** Finds those who come along: "A and B", "A, with B". */
final class Companions {
    private static final int WITH_REACH = 6;

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
        List<Actor> found = new ArrayList<>();
        List<Actor> actors = frame.actors();
        int index = actors.indexOf(mover);
        if (index < 0) {
            return found;
        }
        for (int i = index + 1; i < actors.size(); i++) {
            Actor next = actors.get(i);
            boolean along = joined(frame, actors.get(i - 1), next)
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
        return head
                || frame.sentence().atoms().stream()
                        .anyMatch(a -> a.start() == actor.start() && a.prefix().startsWith("\u0648"));
    }
}
