package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import java.time.LocalDate;
import java.util.List;

/** Says whether a trigger tells of something long past: a tense, a cue or a date in its clause. */
final class BackgroundReader {
    private static final int SINCE_REACH = 3;

    private BackgroundReader() {}

    /** Whether the visit of this trigger is background. */
    static boolean old(Frame frame, CueMatch trigger) {
        LocalDate day = frame.scene().day();
        List<DateSpot> dates = day == null
                ? List.of()
                : frame.datesIn(trigger.start()).stream()
                        .filter(d -> !since(frame, d.token()) && !ofAnother(frame, d.token(), trigger))
                        .toList();
        if (day != null && dates.stream().anyMatch(d -> d.fresh(day))) {
            return false;
        }
        if (day != null && dates.stream().anyMatch(d -> d.old(day))) {
            return true;
        }
        if (frame.inClause(Cue.RECENT, trigger.start())) {
            return false;
        }
        if (trigger.tense() == Tense.BEFORE) {
            return true;
        }
        for (CueMatch cue : frame.sentence().cues()) {
            if (cue.cue() == Cue.BACKGROUND
                    && !since(frame, cue.start())
                    && !ofAnother(frame, cue.start(), trigger)
                    && (frame.clause(cue.start()) == frame.clause(trigger.start())
                            || opens(frame, cue, trigger)
                            || adverbial(frame, cue, trigger))
                    && Math.abs(cue.start() - trigger.start()) <= 10) {
                return true;
            }
        }
        return false;
    }

    /** "Answers, by going to Z, the visit of last month": where adjectives follow, the word right behind a noun is about it. */
    private static boolean ofAnother(Frame frame, int token, CueMatch trigger) {
        return frame.pack().adjectiveAfter()
                && token > trigger.end()
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.VISIT_NOUN && c.end() == token && c.start() >= trigger.end());
    }

    /** "The visit of X to Y two years before": the word that begins a clause may as well belong to a date. */
    private static boolean opens(Frame frame, CueMatch cue, CueMatch trigger) {
        return cue.start() > trigger.start()
                && frame.clause(cue.start()) == frame.clause(trigger.start()) + 1
                && frame.clause(cue.start() - 1) == frame.clause(trigger.start())
                && !frame.section().gapHas(cue.start(), ",;:()\u060C");
    }

    /** "The first visit since 2011": the date is that of the one before. */
    private static boolean since(Frame frame, int token) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.SINCE
                        && c.start() <= token
                        && token - c.end() <= SINCE_REACH
                        && frame.clause(c.start()) == frame.clause(token));
    }

    /** "Three years ago, X in Y": a clause of time alone, right before the one of the trigger. */
    private static boolean adverbial(Frame frame, CueMatch cue, CueMatch trigger) {
        int clause = frame.clause(cue.start());
        return clause == frame.clause(trigger.start()) - 1
                && frame.actors().stream().noneMatch(a -> frame.clause(a.start()) == clause)
                && frame.sentence().cues().stream()
                        .noneMatch(c -> c.cue().trigger() && frame.clause(c.start()) == clause);
    }
}
