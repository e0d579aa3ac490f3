package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the words that tell what a visit is for: "to discuss water", "لبحث ملف الحدود", "pour parler de sécurité". */
final class PurposeReader {
    private static final int LONGEST = 18;
    private static final int REACH = 25;

    private PurposeReader() {}

    /** The purpose as the first claim that gives one words it; null when none does. */
    static @Nullable String read(List<Claim> claims) {
        for (Claim claim : claims) {
            for (CueMatch cue : claim.frame().sentence().cues()) {
                boolean follows = cue.start() > claim.at() && cue.start() - claim.at() <= REACH;
                if (cue.cue() == Cue.PURPOSE && follows) {
                    int end = end(claim.frame(), cue);
                    if (end > cue.end()) {
                        return claim.frame().section().surface(cue.start(), end);
                    }
                }
            }
        }
        return null;
    }

    /** One past the last token of the clause the purpose begins in. */
    private static int end(Frame frame, CueMatch cue) {
        int end = cue.end();
        int last = Math.min(frame.sentence().end(), cue.start() + LONGEST);
        while (end < last && frame.clause(end) == frame.clause(cue.start())) {
            end++;
        }
        return end;
    }
}
