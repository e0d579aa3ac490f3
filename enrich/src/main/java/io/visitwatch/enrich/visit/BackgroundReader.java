package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import java.time.LocalDate;
import java.util.List;

/** Says whether a trigger tells of something long past: a tense, a cue or a date in its clause. */
final class BackgroundReader {
    private BackgroundReader() {}

    /** Whether the visit of this trigger is background. */
    static boolean old(Frame frame, CueMatch trigger) {
        LocalDate day = frame.scene().day();
        List<DateSpot> dates = day == null ? List.of() : frame.datesIn(trigger.start());
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
                    && frame.clause(cue.start()) == frame.clause(trigger.start())
                    && Math.abs(cue.start() - trigger.start()) <= 10) {
                return true;
            }
        }
        return false;
    }
}
