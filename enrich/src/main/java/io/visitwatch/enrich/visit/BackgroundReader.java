package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;

/** Says whether a trigger tells of something long past: a tense, a cue or a date in its clause. */
final class BackgroundReader {
    private BackgroundReader() {}

    /** Whether the visit of this trigger is background. */
    static boolean old(Frame frame, CueMatch trigger) {
        boolean recent = frame.inClause(Cue.RECENT, trigger.start());
        if (recent) {
            return false;
        }
        if (trigger.tense() == Tense.BEFORE) {
            return true;
        }
        for (CueMatch cue : frame.sentence().cues()) {
            if (cue.cue() == Cue.BACKGROUND
                    && frame.clause(cue.start()) == frame.clause(trigger.start())
                    && Math.abs(cue.start() - trigger.start()) <= 10) {
                return true;
            }
        }
        return false;
    }
}
