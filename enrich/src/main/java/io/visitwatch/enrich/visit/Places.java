package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Spot.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the place a trigger speaks of. */
final class Places {
    private static final String QUOTE = "\"\u201C\u201D\u00AB\u00BB\u201E";
    private static final int REACH = 14;
    private static final int THERE_REACH = 3;
    private static final int TOLD_REACH = 3;

    private Places() {}

    /** A place and what gave it. */
    record Found(Spot spot, PlaceSource source) {}

    /** Where a movement ends: in the clause, else said by "there", else in the sentence. */
    static Optional<Found> destination(Frame frame, CueMatch trigger) {
        Spot near = nearest(frame, trigger, true);
        Spot said = there(frame, trigger, near);
        if (said != null) {
            return Optional.of(new Found(said, PlaceSource.DISCOURSE));
        }
        if (near != null) {
            return Optional.of(new Found(watchedOfList(frame, near), PlaceSource.CLAUSE));
        }
        if (frame.inClause(Cue.THERE, trigger.start())) {
            Spot antecedent = antecedent(frame, trigger);
            return antecedent == null ? Optional.empty() : Optional.of(new Found(antecedent, PlaceSource.DISCOURSE));
        }
        Spot far = nearest(frame, trigger, false);
        return far == null ? Optional.empty() : Optional.of(new Found(watchedOfList(frame, far), PlaceSource.SENTENCE));
    }

    /** "Arrived in the capital": the place the word right after the trigger stands for, where no name stands nearer. */
    private static @Nullable Spot there(Frame frame, CueMatch trigger, @Nullable Spot near) {
        boolean right = frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.THERE
                        && c.start() >= trigger.end()
                        && c.start() - trigger.end() <= THERE_REACH
                        && (near == null || c.start() < near.start())
                        && frame.clause(c.start()) == frame.clause(trigger.start()));
        return right && frame.pack().order() != WordOrder.SOV ? antecedent(frame, trigger) : null;
    }

    /** What "there" and "the country" stand for: the place last put in, in the sentence or before it. */
    static @Nullable Spot antecedent(Frame frame, CueMatch trigger) {
        Spot last = frame.before();
        for (Spot spot : frame.spots()) {
            if (spot.end() <= trigger.start()
                    && (spot.role() == Role.IN || spot.role() == Role.TO)
                    && (!spot.loose() || spot.watched())) {
                last = spot;
            }
        }
        return last == null ? ofHost(frame, trigger) : last;
    }

    /** "Iraq's speaker met X, who visits the country": the country of somebody of the watched one. */
    private static @Nullable Spot ofHost(Frame frame, CueMatch trigger) {
        return frame.actors().stream()
                .filter(a -> a.home() && a.has(Actor.Trait.NATION_SAID) && a.end() <= trigger.start())
                .findFirst()
                .map(a -> new Spot(
                        a.start(), a.end(), Spot.Level.COUNTRY, frame.scene().countryPlace(), null, Role.IN, false))
                .orElse(null);
    }

    /** Where something takes place that the clause speaks of: only places the sentence puts it in. */
    static Optional<Found> scene(Frame frame, int token) {
        Spot best = null;
        for (Spot spot : frame.spots()) {
            boolean placed = spot.role() == Role.IN && !spot.loose();
            if (placed
                    && frame.clause(spot.start()) == frame.clause(token)
                    && (best == null || distance(spot, token) < distance(best, token))) {
                best = spot;
            }
        }
        if (best == null && frame.pack().order() != WordOrder.VSO) {
            best = listedScene(frame, token);
        }
        best = best == null ? compound(frame, token) : best;
        return best == null ? Optional.empty() : Optional.of(new Found(best, PlaceSource.CLAUSE));
    }

    /** "Says Z paid for its mistake in Y": what a country did is told, and so is the place of it. */
    static boolean told(Frame frame, CueMatch say, Spot spot) {
        if (frame.pack().order() == WordOrder.SOV) {
            return frame.sentence().cues().stream()
                    .anyMatch(c -> c.cue() == Cue.TOLD && spot.end() <= c.start() && c.end() <= say.start());
        }
        return frame.pack().order() == WordOrder.SVO
                && say.tense() == Tense.NOW
                && spot.start() - say.end() > TOLD_REACH
                && frame.clause(spot.start()) == frame.clause(say.start())
                && frame.actors().stream().noneMatch(a -> a.start() <= say.end() && say.end() < a.end())
                && frame.sentence().atoms().stream()
                        .anyMatch(a -> a.start() == say.end() && (a.is(MatchKind.COUNTRY) || a.is(MatchKind.METONYM)));
    }

    /** Whether quotation marks that open behind {@code from} are still open at {@code to}: what is cited is not where its speaker is. */
    static boolean insideQuote(Frame frame, int from, int to) {
        boolean inside = false;
        for (int token = from; token <= to && token < frame.sentence().end(); token++) {
            inside ^= frame.section().gapHas(token, QUOTE);
        }
        return inside;
    }

    /** "Called from Y for calm in Z", "from Y, X called": whoever speaks from another country is there. */
    static boolean spokenAbroad(Frame frame, CueMatch say) {
        return frame.spots().stream()
                .anyMatch(s -> s.role() == Role.FROM
                        && s.level() == Spot.Level.ABROAD
                        && !s.loose()
                        && (s.start() - frame.sentence().start() == 1
                                || (frame.clause(s.start()) == frame.clause(say.start())
                                        && s.start() - say.end() >= 0
                                        && s.start() - say.end() <= TOLD_REACH)));
    }

    /** "After the Z talks": a place's name right before the noun is where it takes place, if something links the noun. */
    private static @Nullable Spot compound(Frame frame, int token) {
        return frame.spots().stream()
                .filter(s -> frame.pack().countryBefore()
                        && !frame.pack().ownerBefore()
                        && s.role() == Role.NONE
                        && s.level() == Spot.Level.PLACE)
                .filter(s -> s.end() == token && linked(frame, s.start()))
                .findFirst()
                .orElse(null);
    }

    /** "Held Z talks": a place's name between the words of the trigger, which describes its noun. */
    static Optional<Found> within(Frame frame, CueMatch trigger) {
        return frame.spots().stream()
                .filter(s -> frame.pack().countryBefore()
                        && !frame.pack().ownerBefore()
                        && s.role() == Role.NONE
                        && s.level() == Spot.Level.PLACE)
                .filter(s -> s.start() > trigger.start() && s.end() == trigger.end() - 1)
                .findFirst()
                .map(s -> new Found(s, PlaceSource.CLAUSE));
    }

    private static boolean linked(Frame frame, int token) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> (c.cue() == Cue.PREPOSITION || c.cue() == Cue.CLAUSE || c.cue() == Cue.IN)
                        && c.end() <= token
                        && token - c.end() <= 1);
    }

    /** "Met the president, the premier and the speaker in Baghdad": the place stands behind a list, before any other verb. */
    private static @Nullable Spot listedScene(Frame frame, int token) {
        for (Spot spot : frame.spots()) {
            boolean placed = spot.role() == Role.IN && !spot.loose() && spot.watched() && spot.start() > token;
            boolean verb = frame.sentence().cues().stream()
                    .anyMatch(c -> c.start() > token
                            && c.end() <= spot.start()
                            && (c.cue() == Cue.CLAUSE || (c.cue().trigger() && c.tense() != Tense.OPEN)));
            if (placed && !verb && spot.start() - token <= REACH + 6) {
                return spot;
            }
        }
        return null;
    }

    private static @Nullable Spot nearest(Frame frame, CueMatch trigger, boolean sameClause) {
        List<Spot> fitting = frame.spots().stream()
                .filter(s -> s.role() != Role.FROM && !spokenWith(frame, s))
                .filter(s -> sameClause
                        ? frame.clause(s.start()) == frame.clause(trigger.start())
                        : Math.abs(s.start() - trigger.start()) <= REACH && !s.loose())
                .filter(s -> !s.loose()
                        || (trigger.start() < s.start()
                                && s.start() - trigger.end() <= 5
                                && (trigger.cue() == Cue.VISIT || trigger.cue() == Cue.VISIT_NOUN)))
                .toList();
        boolean leftFirst = frame.pack().order() == WordOrder.SOV;
        return fitting.stream()
                .min(Comparator.comparingInt((Spot s) -> cost(frame, s, trigger, leftFirst)))
                .orElse(null);
    }

    /** "After calls with Z he flew on": a government somebody speaks with is no place he goes to. */
    private static boolean spokenWith(Frame frame, Spot spot) {
        return spot.role() == Role.NONE
                && frame.pack().order() == WordOrder.SVO
                && frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.WITH && c.end() == spot.start());
    }

    private static int cost(Frame frame, Spot spot, CueMatch trigger, boolean leftFirst) {
        boolean right = spot.start() >= trigger.end();
        boolean adjacent = spot.end() == trigger.start()
                || (trigger.cue() == Cue.VISIT_NOUN
                        && spot.start() == trigger.end()
                        && (!frame.pack().countryBefore() || frame.pack().ownerBefore()));
        int side = right != leftFirst || adjacent ? 0 : 12;
        int role = switch (spot.role()) {
            case TO -> 0;
            case NONE -> 2;
            case IN -> trigger.cue() == Cue.GO ? 4 : 1;
            case FROM -> 20;
        };
        return side + role + Math.min(distance(spot, trigger.start()), 40);
    }

    private static int distance(Spot spot, int token) {
        return spot.start() > token ? spot.start() - token : token - spot.end() + 1;
    }

    /** In "Israel, the West Bank and Iraq" every stop counts: the watched one is taken if it is on the list. */
    private static Spot watchedOfList(Frame frame, Spot first) {
        if (first.watched()) {
            return betterOf(frame, first);
        }
        int at = frame.spots().indexOf(first);
        for (int i = at + 1; i < frame.spots().size(); i++) {
            Spot next = frame.spots().get(i);
            Spot previous = frame.spots().get(i - 1);
            boolean anotherVerb = frame.sentence().cues().stream()
                    .anyMatch(c -> c.cue().trigger() && c.start() >= previous.end() && c.end() <= next.start());
            if (next.start() - previous.end() > 3 || anotherVerb || !listed(frame, previous, next)) {
                break;
            }
            if (next.watched()) {
                return next;
            }
        }
        return first;
    }

    /** "in Baghdad, Iraq": the nearer level. */
    private static Spot betterOf(Frame frame, Spot first) {
        int at = frame.spots().indexOf(first);
        if (first.level() == Spot.Level.COUNTRY && at + 1 < frame.spots().size()) {
            Spot next = frame.spots().get(at + 1);
            if (next.start() - first.end() <= 2 && next.level() == Spot.Level.PLACE) {
                return next;
            }
        }
        return first;
    }

    private static boolean listed(Frame frame, Spot previous, Spot next) {
        boolean comma = false;
        for (int token = previous.end(); token <= next.start(); token++) {
            comma |= frame.section().gapHas(token, ",\u060C");
        }
        return comma
                || frame.has(Set.of(Cue.AND), previous.end(), next.start())
                || frame.sentence().atoms().stream().anyMatch(a -> a.start() == next.start() && a.afterAnd());
    }
}
