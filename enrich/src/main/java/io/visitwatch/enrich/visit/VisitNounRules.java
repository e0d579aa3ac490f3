package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Actor.Trait;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "The visit of X to Y", "X's trip", "زيارة X إلى Y": the noun with its own arguments. */
final class VisitNounRules {
    private static final int REACH = 6;
    private static final int ADJECTIVES = 2;

    private VisitNounRules() {}

    /** Adds what the noun claims. */
    static void read(Frame frame, CueMatch noun, List<Claim> claims) {
        Optional<Places.Found> place = Places.destination(frame, noun);
        Actor mover = mover(frame, noun, place.isPresent() && place.get().spot().watched());
        if (mover == null) {
            return;
        }
        if (place.isEmpty() && frame.before() != null && (mover.has(Trait.COREFERENCE) || frame.title())) {
            place = Optional.of(new Places.Found(frame.before(), PlaceSource.DISCOURSE));
        }
        if (place.isEmpty()) {
            place = described(frame, noun, mover);
        }
        if (place.isEmpty()) {
            return;
        }
        claims.add(ClaimMaker.make(
                frame,
                Rule.SPEAKS_OF_VISIT,
                noun,
                mover,
                MeetingParties.hostNear(frame, noun),
                place.get().spot(),
                place.get().spot().level(),
                place.get().source()));
    }

    /** "The Iraqi leg of X": the nationality beside the noun says where, when somebody from abroad owns it. */
    private static Optional<Places.Found> described(Frame frame, CueMatch noun, Actor mover) {
        boolean owned = mover.visitor() && mover.equals(owner(frame, noun));
        return frame.sentence().atoms().stream()
                .filter(a -> owned && (a.end() == noun.start() || a.start() == noun.end()))
                .filter(a -> a.is(MatchKind.NATIONALITY)
                        && a.nation() != null
                        && a.nation().id().equals(frame.scene().home()))
                .findFirst()
                .map(a -> new Spot(
                        a.start(),
                        a.end(),
                        Spot.Level.COUNTRY,
                        frame.scene().countryPlace(),
                        null,
                        Spot.Role.IN,
                        false))
                .map(s -> new Places.Found(s, PlaceSource.CLAUSE));
    }

    /** Whose visit, arrival or presence a noun speaks of: "the visit of X", "X's visit"; null when it does not say. */
    static @Nullable Actor owner(Frame frame, CueMatch noun) {
        for (Actor actor : frame.actors()) {
            int gap = actor.start() - noun.end();
            if (gap >= 0
                    && gap <= REACH
                    && frame.clause(actor.start()) == frame.clause(noun.start())
                    && ownsNoun(frame, noun, actor)) {
                return actor;
            }
        }
        for (Actor actor : frame.actors()) {
            boolean possessive = actor.end() < noun.start()
                    && noun.start() - actor.end() <= REACH
                    && frame.section().gapHas(actor.end(), "'")
                    && frame.clause(actor.start()) == frame.clause(noun.start());
            if (possessive) {
                return actor;
            }
        }
        return frame.pack().order() == WordOrder.SOV ? nearest(frame, noun) : null;
    }

    private static @Nullable Actor mover(Frame frame, CueMatch noun, boolean toWatched) {
        Actor owner = owner(frame, noun);
        if (owner != null) {
            return owner;
        }
        Actor nearest = nearest(frame, noun);
        if (nearest == null) {
            Actor subject = SubjectFinder.find(frame, noun);
            return subject == null && toWatched ? spokenOf(frame, noun) : subject;
        }
        return toWatched && nearest.home() ? guestOf(frame, noun, nearest) : nearest;
    }

    /** "The stop in Z was announced an hour after it began": a definite visit nobody owns is that of whoever was spoken of last. */
    private static @Nullable Actor spokenOf(Frame frame, CueMatch noun) {
        Actor last = frame.discourse().lastVisitor();
        boolean definite = frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.GLUE
                        && c.covers(Math.max(noun.start() - 1, frame.sentence().start())));
        boolean opens = noun.start() - frame.sentence().start() <= ADJECTIVES;
        return last != null
                        && last.has(Trait.NAMED)
                        && definite
                        && opens
                        && !frame.title()
                        && frame.pack().order() == WordOrder.SVO
                        && frame.actors().stream().noneMatch(a -> frame.clause(a.start()) == frame.clause(noun.start()))
                ? last.with(Trait.COREFERENCE)
                : null;
    }

    /** "X met officials of the country on a first visit there": the one from abroad visits, not whom he met. */
    private static Actor guestOf(Frame frame, CueMatch noun, Actor host) {
        return frame.actors().stream()
                .filter(a -> a.end() <= host.start() && a.visitor() && !a.governed())
                .filter(a -> frame.clause(a.start()) == frame.clause(noun.start()))
                .findFirst()
                .orElse(host);
    }

    private static @Nullable Actor nearest(Frame frame, CueMatch noun) {
        for (int i = frame.actors().size() - 1; i >= 0; i--) {
            Actor actor = frame.actors().get(i);
            int gap = noun.start() - actor.end();
            if (gap >= 0 && gap <= REACH && frame.clause(actor.start()) == frame.clause(noun.start())) {
                return actor;
            }
        }
        return null;
    }

    /** "زيارة خاطفة لوزير", "سفر غیرمنتظره وزیر": where adjectives follow, up to two unknown words describe the noun. */
    private static int afterAdjectives(Frame frame, CueMatch noun) {
        int at = noun.end();
        while (frame.pack().adjectiveAfter() && at - noun.end() < ADJECTIVES && plainWord(frame, at)) {
            at++;
        }
        return at;
    }

    private static boolean plainWord(Frame frame, int token) {
        return token < frame.sentence().end()
                && frame.sentence().cues().stream().noneMatch(c -> c.covers(token))
                && frame.sentence().atoms().stream().noneMatch(a -> a.start() <= token && token < a.end())
                && frame.actors().stream().noneMatch(a -> a.start() <= token && token < a.end());
    }

    /** Between the noun and its owner stand only prepositions and fillers; a place too where "of" or "by" follows it. */
    private static boolean ownsNoun(Frame frame, CueMatch noun, Actor actor) {
        boolean ofOwner = frame.pack().order() == WordOrder.SVO
                && frame.sentence().cues().stream()
                        .anyMatch(c -> (c.cue() == Cue.BY || c.cue() == Cue.GLUE) && c.end() == actor.start());
        for (int token = afterAdjectives(frame, noun); token < actor.start(); token++) {
            int at = token;
            boolean place = ofOwner
                    && (frame.spots().stream().anyMatch(s -> s.start() <= at && at < s.end())
                            || frame.sentence().cues().stream()
                                    .anyMatch(c -> c.covers(at) && (c.cue() == Cue.IN || c.cue() == Cue.TO)));
            if (place) {
                continue;
            }
            boolean link = frame.sentence().cues().stream()
                    .anyMatch(c -> c.covers(at)
                            && (c.cue() == Cue.GLUE
                                    || c.cue() == Cue.BY
                                    || c.cue() == Cue.HONORIFIC
                                    || c.cue() == Cue.PLANNED
                                    || c.cue() == Cue.PREPOSITION));
            if (!link) {
                return false;
            }
        }
        return true;
    }
}
