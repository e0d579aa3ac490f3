package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Reads from the words around a trigger where the visit stands: negation and modality in the scope of the visit. */
final class StatusReader {
    private static final int NEGATION_REACH = 3;
    private static final String ARABIC_IMPERFECT = "\u064A";
    private static final int MODAL_REACH = 7;
    private static final Set<Cue> COMING = EnumSet.of(Cue.ARRIVE, Cue.VISIT, Cue.GO);
    private static final Set<Cue> OFF = EnumSet.of(Cue.POSTPONED, Cue.CANCELLED);

    private StatusReader() {}

    /** The status a trigger gives its visit. */
    static VisitStatus read(Frame frame, CueMatch trigger) {
        VisitStatus off = calledOff(frame, trigger);
        if (off != null) {
            return off;
        }
        if (denied(frame, trigger)) {
            return VisitStatus.DENIED;
        }
        if (trigger.tense() == Tense.PLAN
                || ahead(frame, trigger)
                || planned(frame, trigger)
                || adjunct(frame, trigger)
                || beforePlan(frame, trigger)) {
            return frame.inClause(Cue.RUMOUR, trigger.start()) ? VisitStatus.RUMOURED : VisitStatus.ANNOUNCED;
        }
        return switch (trigger.cue()) {
            case GO -> VisitStatus.EN_ROUTE;
            case LEAVE -> VisitStatus.ENDED;
            default -> VisitStatus.ARRIVED;
        };
    }

    private static @org.jspecify.annotations.Nullable VisitStatus calledOff(Frame frame, CueMatch trigger) {
        boolean nominal = trigger.cue() == Cue.VISIT_NOUN
                || trigger.cue() == Cue.EVENT
                || trigger.tense() != Tense.NOW
                || noun(frame, trigger);
        if (!nominal) {
            return null;
        }
        for (CueMatch cue : frame.sentence().cues()) {
            if (OFF.contains(cue.cue()) && near(frame, cue, trigger)) {
                return cue.cue() == Cue.POSTPONED ? VisitStatus.POSTPONED : VisitStatus.CANCELLED;
            }
        }
        return null;
    }

    /** "A meeting": a word that may be a verb, behind an article. */
    private static boolean noun(Frame frame, CueMatch trigger) {
        return trigger.cue() == Cue.MEET
                && trigger.end() - trigger.start() == 1
                && frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.GLUE && c.end() == trigger.start());
    }

    private static boolean near(Frame frame, CueMatch cue, CueMatch trigger) {
        int distance = Math.abs(frame.clause(cue.start()) - frame.clause(trigger.start()));
        return distance == 0 || (distance == 1 && Math.abs(cue.start() - trigger.start()) <= 12);
    }

    private static boolean denied(Frame frame, CueMatch trigger) {
        for (CueMatch cue : frame.sentence().cues()) {
            boolean sameClause = frame.clause(cue.start()) == frame.clause(trigger.start());
            boolean before = cue.start() <= trigger.start() && !relative(frame, cue);
            boolean scopes = cue.cue() == Cue.DENIED
                    && (sameClause || before || (near(frame, cue, trigger) && !relative(frame, cue)));
            if (scopes) {
                return true;
            }
        }
        return negated(frame, trigger);
    }

    /** Whether a negation turns the trigger itself round. */
    static boolean negated(Frame frame, CueMatch trigger) {
        return frame.sentence().cues().stream()
                .anyMatch(cue -> cue.cue() == Cue.NEGATION
                        && !insideFresh(frame, cue)
                        && frame.clause(cue.start()) == frame.clause(trigger.start())
                        && !ofAnother(frame, cue, trigger)
                        && ((cue.end() <= trigger.start() && trigger.start() - cue.end() <= NEGATION_REACH)
                                || (cue.start() == trigger.start() && trigger.tense() == Tense.PLAN)
                                || (frame.pack().negatesAfter()
                                        && cue.start() >= trigger.end()
                                        && cue.start() - trigger.end() <= 1)));
    }

    /** "Ohne Ankündigung", "am Morgen": a negation or a plan inside a longer phrase of something fresh is none. */
    private static boolean insideFresh(Frame frame, CueMatch word) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.RECENT
                        && c.start() <= word.start()
                        && word.end() <= c.end()
                        && c.end() - c.start() > word.end() - word.start());
    }

    /** "Went on a visit not announced before": a negation between the words of another trigger is that one's. */
    private static boolean ofAnother(Frame frame, CueMatch negation, CueMatch trigger) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue().trigger() && !c.equals(trigger) && c.covers(negation.start()));
    }

    /** "After talks in Z he will go on": where verbs come last, what stands under a preposition is as far ahead as the next verb. */
    private static boolean beforePlan(Frame frame, CueMatch trigger) {
        CueMatch next = frame.pack().order() == WordOrder.SOV ? frame.nextTrigger(trigger) : null;
        return next != null
                && frame.has(EnumSet.of(Cue.PREPOSITION), trigger.start(), trigger.start() + 1)
                && (next.tense() == Tense.PLAN || frame.has(EnumSet.of(Cue.PLANNED), next.start(), next.end()));
    }

    /** "Will come to Z on a visit": a phrase under a preposition is as far ahead as the verb before it. */
    private static boolean adjunct(Frame frame, CueMatch trigger) {
        boolean phrase = frame.sentence().cues().stream()
                .anyMatch(c -> (c.cue() == Cue.IN || c.cue() == Cue.PREPOSITION) && c.covers(trigger.start()));
        CueMatch verb = null;
        for (CueMatch cue : frame.sentence().cues()) {
            if (cue.cue().trigger()
                    && cue.end() <= trigger.start()
                    && frame.clause(cue.start()) == frame.clause(trigger.start())) {
                verb = cue;
            }
        }
        return phrase && verb != null && verb.tense() == Tense.PLAN;
    }

    /**
     * A date after the day of publication in the clause of the trigger. A weekday that may be the last or the next one is ahead
     * only where the clause itself speaks of a plan: "arrived on Monday, said he would stay".
     */
    private static boolean ahead(Frame frame, CueMatch trigger) {
        LocalDate day = frame.scene().day();
        boolean told =
                trigger.tense() == Tense.NOW && frame.pack().order() == WordOrder.SVO && !plannedNear(frame, trigger);
        boolean still = imperfect(frame, trigger);
        boolean verbLast = frame.pack().order() == WordOrder.SOV && trigger.tense() == Tense.NOW;
        return day != null
                && frame.datesIn(trigger.start()).stream()
                        .filter(d -> !verbLast || d.token() < trigger.end())
                        .anyMatch(d -> (d.ahead(day) && !(told && (d.open() || recent(frame, d.token()))))
                                || (still && d.open()));
    }

    /** Whether a word for a plan stands before the trigger in its clause, or not far behind it. */
    private static boolean plannedNear(Frame frame, CueMatch trigger) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.PLANNED
                        && frame.clause(c.start()) == frame.clause(trigger.start())
                        && !insideFresh(frame, c)
                        && c.start() - trigger.end() <= MODAL_REACH);
    }

    /** "War am Wochenende dort": a phrase that the past may mean as well. */
    private static boolean recent(Frame frame, int token) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.RECENT && c.covers(token) && c.end() - c.start() > 1);
    }

    /** "X travels to Z on Monday", told on a Sunday: taken for told, though the day may be the coming one. */
    static boolean maybeAhead(Frame frame, CueMatch trigger) {
        LocalDate day = frame.scene().day();
        return day != null
                && trigger.tense() == Tense.NOW
                && frame.datesIn(trigger.start()).stream()
                        .anyMatch(d -> d.open() && d.near(day) && !frame.inClause(Cue.PLANNED, trigger.start()));
    }

    /** Whether a cue stands in a clause of its own subject ("who had not been there for years"). */
    private static boolean relative(Frame frame, CueMatch cue) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.CLAUSE
                        && c.start() < cue.start()
                        && frame.clause(c.start()) == frame.clause(cue.start()));
    }

    private static boolean planned(Frame frame, CueMatch trigger) {
        if (trigger.cue() == Cue.LEAVE && frame.pack().order() == WordOrder.VSO) {
            return false;
        }
        for (CueMatch cue : frame.sentence().cues()) {
            if (cue.cue() != Cue.PLANNED
                    || frame.clause(cue.start()) != frame.clause(trigger.start())
                    || insideFresh(frame, cue)) {
                continue;
            }
            boolean before = cue.start() <= trigger.start() && trigger.start() - cue.end() <= MODAL_REACH;
            boolean after = cue.start() >= trigger.end() && cue.start() - trigger.end() <= MODAL_REACH;
            boolean past = trigger.tense() == Tense.NOW
                    && after
                    && trigger.cue() != Cue.GO
                    && !imperfect(frame, trigger)
                    && !frame.pack().presentForFuture();
            if ((before || after) && !past) {
                return true;
            }
        }
        return false;
    }

    /** "يصل غدا": where verbs come first, the form that begins so is of the future when a word for it follows. */
    private static boolean imperfect(Frame frame, CueMatch trigger) {
        return frame.pack().order() == WordOrder.VSO
                && COMING.contains(trigger.cue())
                && frame.section().tokens().get(trigger.start()).text().startsWith(ARABIC_IMPERFECT);
    }
}
