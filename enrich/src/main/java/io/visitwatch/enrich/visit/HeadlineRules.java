package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import java.util.List;

/** "Zarif in Baghdad for talks", "Macron à Bagdad": a name beside a place, without a verb. */
final class HeadlineRules {
    private HeadlineRules() {}

    /** Adds what such a pair claims. */
    static void read(Frame frame, List<Claim> claims) {
        for (Spot spot : frame.spots()) {
            if (spot.role() != Spot.Role.IN || spot.loose()) {
                continue;
            }
            for (Actor actor : frame.actors()) {
                int gap = spot.start() - actor.end();
                if (gap >= 0 && gap <= 3 && beside(frame, actor, spot) && speaks(frame, actor)) {
                    CueMatch here = new CueMatch(Cue.STAY, Tense.NOW, actor.end() - 1, actor.end());
                    claims.add(ClaimMaker.make(
                            frame, Rule.HEADLINE, here, actor, null, spot, spot.level(), PlaceSource.CLAUSE));
                }
            }
        }
    }

    /** Below the headline, "officials in X" are those stationed there: only named people count. */
    private static boolean speaks(Frame frame, Actor actor) {
        return actor.foreign() && (frame.title() || actor.has(Actor.Trait.NAMED));
    }

    /** Only prepositions, articles and adverbs of time between the two, and the name is no object. */
    private static boolean beside(Frame frame, Actor actor, Spot spot) {
        if (actor.governed() || frame.section().gapHas(actor.end(), ".:;()")) {
            return false;
        }
        for (int token = actor.end(); token < spot.start(); token++) {
            int at = token;
            boolean link = frame.sentence().cues().stream()
                    .anyMatch(c -> c.covers(at)
                            && (c.cue() == Cue.IN
                                    || c.cue() == Cue.GLUE
                                    || c.cue() == Cue.RECENT
                                    || c.cue() == Cue.PREPOSITION));
            if (!link) {
                return false;
            }
        }
        return true;
    }
}
