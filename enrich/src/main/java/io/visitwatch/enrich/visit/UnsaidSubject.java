package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Actor.Trait;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subject a clause does not name: a pronoun, a phrase before the clause that names it, or nothing at all. */
final class UnsaidSubject {
    /** Words a phrase before the main clause begins with. */
    private static final Set<Cue> OPENERS =
            EnumSet.of(Cue.PREPOSITION, Cue.IN, Cue.CLAUSE, Cue.TO, Cue.FROM, Cue.RECENT);

    private static final int OPENING_CLAUSES = 3;

    private UnsaidSubject() {}

    /** "He arrived": the last visitor spoken of. */
    static @Nullable Actor pronoun(Frame frame, CueMatch trigger) {
        int clause = frame.clause(trigger.start());
        CueMatch nearest = null;
        for (CueMatch cue : frame.sentence().cues()) {
            if (cue.cue() == Cue.PRONOUN && frame.clause(cue.start()) == clause && cue.start() < trigger.start()) {
                nearest = cue;
            }
        }
        if (nearest == null) {
            return null;
        }
        Actor last = lastVisitor(frame, nearest.start());
        return last == null ? null : last.with(Trait.COREFERENCE);
    }

    private static @Nullable Actor lastVisitor(Frame frame, int before) {
        Actor found = null;
        for (Actor actor : frame.actors()) {
            if (actor.end() <= before && actor.visitor()) {
                found = actor;
            }
        }
        return found == null ? frame.discourse().lastVisitor() : found;
    }

    /** "During a stop in Z, X said": a phrase that opens the sentence with nobody in it has the subject of what follows. */
    static @Nullable Actor announced(Frame frame, CueMatch trigger) {
        int first = frame.sentence().start();
        boolean opens = frame.pack().order() == WordOrder.SVO
                && frame.clause(trigger.start()) == 0
                && (trigger.start() == first || frame.has(OPENERS, first, first + 1));
        if (!opens) {
            return null;
        }
        for (Actor actor : frame.actors()) {
            int clause = frame.clause(actor.start());
            boolean bystander = clause == 0 && actor.standing() == Actor.Standing.NONOFFICIAL;
            if (bystander || (actor.governed() && actor.home())) {
                continue;
            }
            if (clause == 0 && (actor.governed() || actor.start() < trigger.end())) {
                return null;
            }
            if (!actor.governed()) {
                return clause <= OPENING_CLAUSES ? actor.with(Trait.COREFERENCE) : null;
            }
        }
        return null;
    }

    /** A sentence without any actor before its verb goes on about the last visitor. */
    static @Nullable Actor dropped(Frame frame, CueMatch trigger) {
        boolean free = frame.actors().stream().noneMatch(a -> a.end() <= trigger.start() && !a.governed());
        boolean drops = frame.pack().order() != WordOrder.SVO
                || frame.has(Set.of(Cue.PRONOUN), frame.sentence().start(), trigger.end())
                || frame.pack().dropsSubject();
        if ((frame.pack().order() == WordOrder.SOV && ownSubject(frame, trigger))
                || (frame.pack().order() == WordOrder.SVO
                        && frame.pack().dropsSubject()
                        && strangerBefore(frame, trigger))) {
            return null;
        }
        Actor last = frame.discourse().lastVisitor();
        return free && drops && last != null ? last.with(Trait.COREFERENCE) : null;
    }

    /** "The price of the dollar in Baghdad reached": a clause that begins with a plain noun has a subject of its own. */
    private static boolean ownSubject(Frame frame, CueMatch trigger) {
        int first = trigger.start();
        while (first > frame.sentence().start() && frame.clause(first - 1) == frame.clause(trigger.start())) {
            first--;
        }
        int at = first;
        return at < trigger.start()
                && frame.sentence().cues().stream().noneMatch(c -> c.covers(at))
                && frame.sentence().atoms().stream().noneMatch(a -> a.start() <= at && at < a.end())
                && frame.dates().stream().noneMatch(d -> d.token() == at);
    }

    /** "L'Eni torna a Z": a capital inside the clause, before its verb, is the name of a subject nobody knows. */
    private static boolean strangerBefore(Frame frame, CueMatch trigger) {
        for (int token = trigger.start() - 1; token > frame.sentence().start(); token--) {
            int at = token;
            if (frame.clause(at) != frame.clause(trigger.start())) {
                return false;
            }
            if (frame.section().capital(at)
                    && !namesAgain(frame, at)
                    && frame.sentence().cues().stream().noneMatch(c -> c.covers(at))
                    && frame.sentence().atoms().stream().noneMatch(a -> a.start() <= at && at < a.end())) {
                return true;
            }
        }
        return false;
    }

    /** "Don Felipe": part of the name of whom the text goes on about. */
    private static boolean namesAgain(Frame frame, int token) {
        Actor last = frame.discourse().lastVisitor();
        return last != null && last.name().contains(frame.section().surface(token, token + 1));
    }
}
