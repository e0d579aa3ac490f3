package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Zarif in Baghdad for talks", "Macron à Bagdad": a name beside a place, without a verb. */
final class HeadlineRules {
    private static final int GAP = 6;
    private static final int OPENING_CLAUSES = 3;
    private static final int KILLED_REACH = 2;

    /** What may be said of somebody who is not there. */
    private static final Set<Cue> TELLING = EnumSet.of(
            Cue.SAY,
            Cue.IDIOM,
            Cue.REMOTE,
            Cue.NEGATION,
            Cue.INVITE,
            Cue.IRREALIS,
            Cue.DEAD,
            Cue.BACKGROUND,
            Cue.COLLECTIVE);

    private HeadlineRules() {}

    /** Adds what such a pair claims. */
    static void read(Frame frame, List<Claim> claims) {
        for (Spot spot : frame.spots()) {
            boolean speaksFrom = spot.role() == Spot.Role.FROM
                    && frame.lead()
                    && frame.section().gapHas(spot.end(), ":");
            if ((spot.role() != Spot.Role.IN && !speaksFrom) || spot.loose()) {
                continue;
            }
            for (Actor actor : frame.actors()) {
                int gap = spot.start() - actor.end();
                if (gap >= 0
                        && gap <= GAP
                        && beside(frame, actor, spot)
                        && speaks(frame, actor)
                        && !told(frame, spot)
                        && !quoted(frame, actor, spot)) {
                    CueMatch here = new CueMatch(Cue.STAY, Tense.NOW, actor.end() - 1, actor.end());
                    claims.add(ClaimMaker.make(
                            frame, Rule.HEADLINE, here, actor, null, spot, spot.level(), PlaceSource.CLAUSE));
                }
            }
        }
    }

    private static boolean told(Frame frame, Spot spot) {
        return frame.pack().order() == WordOrder.SOV
                && frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.SAY && Places.told(frame, c, spot));
    }

    /** "Macron inaugurates the museum in Baghdad": a foreign official who does whatever it is in the watched place. */
    static void acting(Frame frame, List<Claim> claims) {
        for (Spot spot : frame.spots()) {
            boolean from = spot.role() == Spot.Role.FROM
                    && spot.start() - frame.sentence().start() <= 1
                    && frame.clause(spot.start()) == 0;
            if ((spot.role() != Spot.Role.IN && !from) || spot.loose() || spot.level() != Spot.Level.PLACE) {
                continue;
            }
            Actor actor = actorOf(frame, spot);
            boolean told = frame.sentence().cues().stream()
                    .anyMatch(
                            c -> c.cue() == Cue.SAY && (Places.told(frame, c, spot) || Places.spokenAbroad(frame, c)));
            boolean cited = actor != null && Places.insideQuote(frame, actor.end(), spot.start());
            if (actor != null && !told && !cited && !unreal(frame, spot)) {
                CueMatch here = new CueMatch(Cue.STAY, Tense.NOW, actor.end() - 1, actor.end());
                Actor host = MeetingParties.hostNear(frame, here);
                claims.add(ClaimMaker.make(
                        frame, Rule.ACTS_THERE, here, actor, host, spot, spot.level(), PlaceSource.CLAUSE));
                for (Actor companion : Companions.of(frame, actor)) {
                    claims.add(ClaimMaker.make(
                            frame, Rule.ACTS_THERE, here, companion, host, spot, spot.level(), PlaceSource.CLAUSE));
                }
                return;
            }
        }
    }

    /** Denied, a reaction from afar ("condemned the attack in Z"), or told of another's death ("after the killing in Z"). */
    private static boolean unreal(Frame frame, Spot spot) {
        boolean killing = frame.has(EnumSet.of(Cue.DEAD), spot.start() - KILLED_REACH, spot.start());
        return killing || frame.inClause(Cue.NEGATION, spot.start()) || frame.inClause(Cue.IDIOM, spot.start());
    }

    /** The first free foreign official of the place's clause, provided nobody else could be its subject. */
    private static @Nullable Actor actorOf(Frame frame, Spot spot) {
        for (Actor actor : frame.actors()) {
            boolean opening = frame.clause(spot.start()) == 0
                    && spot.start() - frame.sentence().start() <= 1
                    && afterOpening(frame, actor);
            boolean sameClause = frame.clause(actor.end() - 1) == frame.clause(spot.start());
            if (actor.governed() || !(opening || sameClause || beforeAside(frame, actor, spot))) {
                continue;
            }
            if (actor.home()) {
                return guestOf(frame, actor, spot);
            }
            return official(actor) ? actor : null;
        }
        return spokenOfLast(frame, spot);
    }

    /** "Later, in Z, he put it more politely": the pronoun of a clause without names stands for the subject before it. */
    private static @Nullable Actor spokenOfLast(Frame frame, Spot spot) {
        boolean pronoun = frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.PRONOUN
                        && (c.end() - c.start() == 1 || c.start() >= spot.end())
                        && frame.clause(c.start()) == frame.clause(spot.start() - 1)
                        && (c.start() >= spot.end()
                                || c.start() == frame.sentence().start()));
        boolean alone = frame.actors().stream().noneMatch(a -> frame.clause(a.start()) == frame.clause(spot.start()));
        Actor last = frame.discourse().lastSubject();
        for (Actor actor : frame.actors()) {
            last = actor.end() <= spot.start() && !actor.governed() ? actor : last;
        }
        boolean plain = frame.pack().order() == WordOrder.SVO && pronoun && alone;
        return plain && last != null && official(last) ? last.with(Actor.Trait.COREFERENCE) : null;
    }

    private static boolean official(Actor actor) {
        return actor.visitor()
                && actor.standing() == Actor.Standing.OFFICIAL
                && (actor.has(Actor.Trait.NAMED) || actor.has(Actor.Trait.NATION_SAID));
    }

    /** "In Z, Iraq's president saw X": whoever one of the country does something with there is there too. */
    private static @Nullable Actor guestOf(Frame frame, Actor host, Spot spot) {
        boolean told = frame.sentence().cues().stream()
                .anyMatch(c -> TELLING.contains(c.cue())
                        && Math.abs(frame.clause(c.start()) - frame.clause(spot.start())) <= 1);
        if (told || !(host.has(Actor.Trait.NAMED) || host.has(Actor.Trait.OFFICE_SAID))) {
            return null;
        }
        return frame.actors().stream()
                .filter(a -> a.start() >= host.end()
                        && official(a)
                        && (a.has(Actor.Trait.NATION_SAID)
                                || (a.has(Actor.Trait.KNOWN)
                                        && !a.has(Actor.Trait.LAPSED)
                                        && !a.has(Actor.Trait.SURNAME))))
                .filter(a -> !a.has(Actor.Trait.NATION_LENT) && frame.clause(a.start()) == frame.clause(host.start()))
                .findFirst()
                .orElse(null);
    }

    /** "X said, on the margin of a fair in Z, that": a phrase in commas with nobody in it belongs to the clause it interrupts. */
    private static boolean beforeAside(Frame frame, Actor actor, Spot spot) {
        int clause = frame.clause(spot.start());
        if (frame.clause(actor.end() - 1) != clause - 1 || actor.end() > spot.start()) {
            return false;
        }
        int first = spot.start();
        while (first > frame.sentence().start() && frame.clause(first - 1) == clause) {
            first--;
        }
        int from = first;
        return frame.section().gapHas(first, ",\u060C")
                && frame.sentence().cues().stream()
                        .anyMatch(c -> (c.cue() == Cue.PREPOSITION || c.cue() == Cue.IN) && c.start() == from)
                && frame.sentence().cues().stream()
                        .noneMatch(
                                c -> c.cue().trigger() && c.tense() != Tense.OPEN && frame.clause(c.start()) == clause)
                && frame.actors().stream().noneMatch(a -> frame.clause(a.start()) == clause);
    }

    /** "In Z, X did", "in Z, where he stopped over on Monday, X did": at most a relative clause with nobody in it parts them. */
    private static boolean afterOpening(Frame frame, Actor actor) {
        int clause = frame.clause(actor.start());
        return clause == 1
                || (clause > 1
                        && clause <= OPENING_CLAUSES
                        && frame.actors().stream().noneMatch(a -> frame.clause(a.start()) < clause)
                        && frame.sentence().cues().stream()
                                .anyMatch(c -> c.cue() == Cue.CLAUSE
                                        && frame.clause(c.start()) == 1
                                        && frame.clause(c.start() - 1) == 0));
    }

    /** Below the headline, "officials in X" are those stationed there: only named people count. */
    private static boolean speaks(Frame frame, Actor actor) {
        return actor.foreign() && (frame.title() || (actor.has(Actor.Trait.NAMED) && !posted(frame, actor)));
    }

    /** "X, the former ambassador in Y": the place belongs to the post. */
    private static boolean posted(Frame frame, Actor actor) {
        return frame.has(EnumSet.of(Cue.RESIDENT, Cue.FORMER), actor.start() + 1, actor.end());
    }

    /** "A military spokesman in Iraq said": somebody without a name who speaks from a place is stationed there. */
    private static boolean quoted(Frame frame, Actor actor, Spot spot) {
        return !actor.has(Actor.Trait.NAMED)
                && actor.standing() == Actor.Standing.GROUP
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.SAY && c.start() >= spot.end() && c.start() - spot.end() <= 1);
    }

    /** Only prepositions, articles and adverbs of time between the two, and the name is no object. */
    private static boolean beside(Frame frame, Actor actor, Spot spot) {
        if (actor.governed()
                || frame.section().gapHas(actor.end(), ".:;()")
                || Places.insideQuote(frame, actor.end(), spot.start())) {
            return false;
        }
        for (int token = actor.end(); token < spot.start(); token++) {
            int at = token;
            boolean link = frame.sentence().cues().stream()
                    .anyMatch(c -> c.covers(at)
                            && (c.cue() == Cue.IN
                                    || c.cue() == Cue.FROM
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
