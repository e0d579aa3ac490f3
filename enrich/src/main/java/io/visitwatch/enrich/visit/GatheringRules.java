package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summits and conferences in the watched place: whoever takes part is there. */
final class GatheringRules {
    private static final int BESIDE = 4;
    private static final int BEFORE = 3;
    private static final int PARTNER_REACH = 8;

    private GatheringRules() {}

    /** Adds one claim per participant. */
    static void read(Frame frame, CueMatch trigger, List<Claim> claims) {
        Spot spot = spot(frame, trigger);
        if (spot == null || takesPlaceAbroad(frame, trigger, spot)) {
            return;
        }
        boolean takesPart = trigger.cue() == Cue.ATTEND;
        Actor absent = takesPart && StatusReader.negated(frame, trigger) ? SubjectFinder.find(frame, trigger) : null;
        for (Actor actor : frame.actors()) {
            int apart = Math.abs(frame.clause(actor.start()) - frame.clause(trigger.start()));
            boolean linked = apart == 0 || (takesPart && apart == 1);
            boolean partner = actor.governed()
                    && !leadsGroup(frame, actor)
                    && Math.abs(actor.start() - trigger.end()) > PARTNER_REACH;
            boolean other = absent != null && !absent.key().equals(actor.key());
            if (actor.visitor() && linked && !other && (takesPart || !partner)) {
                claims.add(ClaimMaker.make(
                        frame, Rule.GATHERS_THERE, trigger, actor, null, spot, spot.level(), PlaceSource.CLAUSE));
            }
        }
    }

    /** "The country's delegation will be led by X". */
    private static boolean leadsGroup(Frame frame, Actor actor) {
        int at = frame.actors().indexOf(actor);
        return at > 0 && FrameReader.leads(frame.sentence(), frame.actors().get(at - 1), actor);
    }

    /** "Met in Doha in the presence of X", "Iraq conference in Kuwait": whoever is present is where the clause takes place. */
    private static boolean takesPlaceAbroad(Frame frame, CueMatch trigger, Spot watched) {
        return frame.spots().stream()
                .filter(s -> s.level() == Spot.Level.ABROAD && s.role() == Spot.Role.IN)
                .anyMatch(s -> opens(frame, s) || besideTrigger(frame, s, trigger, watched));
    }

    /** "In Doha, ...": what a sentence opens with is where all of it takes place. */
    private static boolean opens(Frame frame, Spot spot) {
        return spot.start() - frame.sentence().start() <= 1 && !spot.loose();
    }

    private static boolean besideTrigger(Frame frame, Spot spot, CueMatch trigger, Spot watched) {
        return (spot.end() <= trigger.start()
                        || (watched.role() != Spot.Role.IN && Math.abs(spot.start() - watched.end()) <= 2))
                && frame.clause(spot.start()) == frame.clause(trigger.start());
    }

    private static @Nullable Spot spot(Frame frame, CueMatch trigger) {
        boolean event = trigger.cue() == Cue.EVENT || frame.inSentence(Cue.EVENT);
        if (!event) {
            Spot here = gatheredIn(frame, trigger);
            return here == null ? goesOn(frame, trigger) : here;
        }
        return frame.spots().stream()
                .filter(s -> s.watched() && s.role() != Spot.Role.FROM)
                .filter(s -> besideEvent(frame, s) && !topic(frame, s) && !owner(frame, s) && !heldElsewhere(frame, s))
                .min(Comparator.comparingInt(s -> Math.abs(s.start() - trigger.start())))
                .orElseGet(() -> spokenOf(frame));
    }

    /** "The conference opened in the capital": the place the headline spoke of, where the sentence names none. */
    private static @Nullable Spot spokenOf(Frame frame) {
        Spot before = frame.before();
        boolean there = before != null
                && before.watched()
                && frame.inSentence(Cue.THERE)
                && frame.spots().isEmpty();
        return there ? before : null;
    }

    /** "X heads the delegation of Y": whoever leads one in an article that takes place here alone is at what was spoken of before. */
    private static @Nullable Spot goesOn(Frame frame, CueMatch trigger) {
        boolean heads = frame.has(EnumSet.of(Cue.COLLECTIVE), trigger.start(), trigger.end());
        return heads && trigger.cue() == Cue.ATTEND && frame.spots().isEmpty()
                ? frame.setting().onlyHere()
                : null;
    }

    /** "Gathered in Z": who takes part does so there, though nothing names a gathering. */
    private static @Nullable Spot gatheredIn(Frame frame, CueMatch trigger) {
        return frame.spots().stream()
                .filter(s -> s.level() == Spot.Level.PLACE && s.role() == Spot.Role.IN && !s.loose())
                .filter(s -> s.start() >= trigger.end() && s.start() - trigger.end() <= 1)
                .findFirst()
                .orElse(null);
    }

    /** "Arrives in X for Z conference": where a sentence puts somebody elsewhere, the name before the event is its topic. */
    private static boolean heldElsewhere(Frame frame, Spot spot) {
        return spot.level() == Spot.Level.COUNTRY
                && spot.role() != Spot.Role.IN
                && frame.spots().stream()
                        .anyMatch(s -> s.level() == Spot.Level.ABROAD
                                && !s.loose()
                                && (s.role() == Spot.Role.IN || s.role() == Spot.Role.TO));
    }

    /** "Iraq's neighbours": the place owns something else. */
    private static boolean owner(Frame frame, Spot spot) {
        return spot.loose() && spot.role() == Spot.Role.NONE && frame.section().gapHas(spot.end(), "'");
    }

    /** "A conference on Iraq" is about it, wherever it is held. */
    private static boolean topic(Frame frame, Spot spot) {
        return spot.role() != Spot.Role.IN
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.PREPOSITION
                                && c.end() <= spot.start()
                                && spot.start() - c.end() <= 1
                                && frame.sentence().cues().stream()
                                        .noneMatch(g -> g.cue() == Cue.GLUE && g.covers(c.start())));
    }

    /** "Baghdad summit", "summit in Baghdad", "قمة بغداد". */
    private static boolean besideEvent(Frame frame, Spot spot) {
        return hosts(frame, spot)
                || frame.sentence().cues().stream()
                        .filter(c -> c.cue() == Cue.EVENT)
                        .anyMatch(c -> spot.start() >= c.start()
                                ? spot.start() - c.end() <= BESIDE + (spot.role() == Spot.Role.IN ? 2 : 0)
                                : c.start() - spot.end() <= beforeEvent(frame, spot));
    }

    /** "To Z to take part in the summit": how far behind its place a gathering may be named. */
    private static int beforeEvent(Frame frame, Spot spot) {
        boolean goes = frame.pack().order() == WordOrder.VSO && spot.role() == Spot.Role.TO;
        return frame.pack().order() == WordOrder.SOV || goes ? BEFORE : 1;
    }

    /** "Z hosts a round of talks with X": the place right beside the verb receives. */
    private static boolean hosts(Frame frame, Spot spot) {
        WordOrder order = frame.pack().order();
        return spot.role() == Spot.Role.NONE
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.RECEIVE
                                && (order == WordOrder.VSO ? spot.start() == c.end() : spot.end() == c.start())
                                && frame.clause(c.start()) == frame.clause(spot.start()));
    }
}
