package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Office;
import io.visitwatch.enrich.gazetteer.Place;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads every trigger of a sentence into claims and rejections. */
final class ClaimFinder {
    private static final int FROM_REACH = 2;
    private static final int SENT_RANK = 3;
    private static final String STATE = "country:";

    private ClaimFinder() {}

    /** The claims of a sentence, in order of their triggers. */
    static List<Claim> find(Frame frame) {
        List<Claim> claims = new ArrayList<>();
        HeadlineRules.read(frame, claims);
        HostSeat.guests(frame, claims);
        for (CueMatch trigger : frame.sentence().cues()) {
            if (!trigger.cue().trigger()) {
                continue;
            }
            switch (trigger.cue()) {
                case ARRIVE -> movement(frame, trigger, Rule.ARRIVES, claims);
                case VISIT -> movement(frame, trigger, Rule.VISITS, claims);
                case GO -> movement(frame, trigger, Rule.SETS_OUT, claims);
                case LEAVE -> departure(frame, trigger, claims);
                case STAY -> presence(frame, trigger, claims);
                case VISIT_NOUN -> VisitNounRules.read(frame, trigger, claims);
                case RECEIVE, RECEIVED, MEET -> {
                    MeetingRules.read(frame, trigger, claims);
                    talksOf(frame, trigger, claims);
                }
                case BRING -> brought(frame, trigger, claims);
                case SAY -> {
                    speech(frame, trigger, claims);
                    HostSeat.told(frame, trigger, claims);
                }
                case ATTEND, EVENT -> GatheringRules.read(frame, trigger, claims);
                default -> {
                    // other cues are read by the rules above
                }
            }
        }
        if (claims.stream().noneMatch(Claim::accepted)) {
            HeadlineRules.acting(frame, claims);
        }
        return claims;
    }

    /** "X's Z talks": with the place's name right before it, the noun is as good as a visit. */
    private static void talksOf(Frame frame, CueMatch talks, List<Claim> claims) {
        boolean placed = talks.cue() == Cue.MEET
                && talks.end() - talks.start() == 1
                && frame.pack().countryBefore()
                && frame.spots().stream().anyMatch(s -> s.level() == Spot.Level.PLACE && s.end() == talks.start());
        Actor owner = placed ? VisitNounRules.owner(frame, talks) : null;
        if (owner != null && frame.section().gapHas(owner.end(), "'")) {
            VisitNounRules.read(frame, talks, claims);
        }
    }

    private static void movement(Frame frame, CueMatch trigger, Rule rule, List<Claim> claims) {
        boolean noun = trigger.tense() == Tense.OPEN;
        Actor mover = noun ? VisitNounRules.owner(frame, trigger) : SubjectFinder.find(frame, trigger);
        Optional<Places.Found> place = Places.destination(frame, trigger);
        Spot before = frame.before();
        boolean goesOn = frame.sentence().index() == 0
                && rule != Rule.SETS_OUT
                && frame.spots().stream()
                        .noneMatch(s -> !s.loose() && (s.role() == Spot.Role.IN || s.role() == Spot.Role.TO));
        if (place.isEmpty()
                && goesOn
                && frame.dateline() != null
                && frame.dateline().watched()) {
            place = Optional.of(new Places.Found(frame.dateline(), PlaceSource.DATELINE));
        } else if (place.isEmpty()
                && goesOn
                && frame.inClause(Cue.RECENT, trigger.start())
                && before != null
                && before.watched()) {
            place = Optional.of(new Places.Found(before, PlaceSource.DISCOURSE));
        }
        if (mover == null) {
            return;
        }
        if (place.isEmpty()) {
            place = whereSet(frame, rule, trigger, mover);
        }
        if (place.isEmpty()) {
            cameToHost(frame, rule, trigger, mover, claims);
            return;
        }
        boolean soldiers = frame.has(Set.of(Cue.NONOFFICIAL), trigger.start(), trigger.end());
        if (rule == Rule.VISITS && soldiers && place.get().source() == PlaceSource.SENTENCE) {
            return;
        }
        add(claims, frame, rule, trigger, mover, place.get());
        if ((rule == Rule.SETS_OUT || rule == Rule.ARRIVES)
                && !noun
                && !place.get().spot().watched()) {
            departure(frame, trigger, claims);
        }
    }

    /** "X, who landed late on Saturday": in an article that takes place here alone, whoever comes comes here. */
    private static Optional<Places.Found> whereSet(Frame frame, Rule rule, CueMatch trigger, Actor mover) {
        boolean comes = rule == Rule.ARRIVES
                && trigger.tense() == Tense.NOW
                && mover.visitor()
                && !mover.has(Actor.Trait.COREFERENCE)
                && frame.inClause(Cue.RECENT, trigger.start());
        Spot here = comes && frame.spots().isEmpty() && !HostSeat.outside(frame)
                ? frame.setting().onlyHere()
                : null;
        return Optional.ofNullable(here).map(s -> new Places.Found(s, PlaceSource.DISCOURSE));
    }

    /** "X arrived on Sunday and went straight into talks with Iraq's premier": who comes without a word of where comes to his host. */
    private static void cameToHost(Frame frame, Rule rule, CueMatch trigger, Actor mover, List<Claim> claims) {
        Actor host = MeetingParties.hostNear(frame, trigger);
        if (host != null
                && rule == Rule.ARRIVES
                && trigger.tense() == Tense.NOW
                && mover.visitor()
                && host.country().equals(frame.scene().home())
                && host.standing() == Actor.Standing.OFFICIAL
                && host.start() > trigger.start()
                && !HostSeat.outside(frame)) {
            claims.add(ClaimMaker.make(frame, rule, trigger, mover, host, null, Spot.Level.COUNTRY, PlaceSource.HOST));
        }
    }

    private static void departure(Frame frame, CueMatch trigger, List<Claim> claims) {
        Actor mover = SubjectFinder.find(frame, trigger);
        if (mover == null || trigger.tense() == Tense.PLAN || frame.inClause(Cue.RUMOUR, trigger.start())) {
            return;
        }
        frame.spots().stream()
                .filter(s -> frame.clause(s.start()) == frame.clause(trigger.start()) && !s.loose())
                .filter(s -> trigger.cue() == Cue.LEAVE
                        ? s.role() != Spot.Role.TO || endsVisit(frame, trigger)
                        : s.watched() && (s.role() == Spot.Role.FROM || inside(trigger, s)))
                .filter(s -> frame.pack().order() == WordOrder.SOV || s.start() >= trigger.start())
                .findFirst()
                .map(s -> new Places.Found(s, PlaceSource.CLAUSE))
                .or(() -> leftBehind(frame, trigger, mover))
                .ifPresent(found -> add(claims, frame, Rule.LEAVES, trigger, mover, found));
    }

    /** "Shells fell on the Green Zone hours after the departure of X": the place the sentence spoke of is the one left. */
    private static Optional<Places.Found> leftBehind(Frame frame, CueMatch trigger, Actor mover) {
        boolean bare = trigger.cue() == Cue.LEAVE
                && mover.visitor()
                && frame.spots().stream().noneMatch(s -> s.start() >= trigger.start());
        Optional<Places.Found> inSentence = frame.spots().stream()
                .filter(s -> bare && s.end() <= trigger.start() && s.level() == Spot.Level.PLACE)
                .reduce((one, two) -> two)
                .map(s -> new Places.Found(s, PlaceSource.DISCOURSE));
        return inSentence.or(() -> Optional.ofNullable(frame.dateline())
                .filter(s -> bare && s.watched() && frame.has(Set.of(Cue.THERE), trigger.start(), trigger.end() + 2))
                .map(s -> new Places.Found(s, PlaceSource.DATELINE)));
    }

    /** "Wrapped up a visit to X": the phrase ends a visit, whose place stands behind "to". */
    private static boolean endsVisit(Frame frame, CueMatch trigger) {
        var tokens = frame.section().tokens();
        return trigger.end() - trigger.start() > 1
                && (names(frame.pack().match(tokens, trigger.start() + 1, trigger.end()))
                        || names(frame.pack().match(tokens, trigger.start(), trigger.end() - 1)));
    }

    private static boolean names(List<CueMatch> cues) {
        return cues.stream().anyMatch(c -> c.cue() == Cue.VISIT_NOUN);
    }

    /** "Left X for Y": the place between the words of the trigger. */
    private static boolean inside(CueMatch trigger, Spot spot) {
        return trigger.start() < spot.start() && spot.end() <= trigger.end();
    }

    private static void presence(Frame frame, CueMatch trigger, List<Claim> claims) {
        boolean noun = trigger.tense() == Tense.OPEN;
        Actor mover = noun ? VisitNounRules.owner(frame, trigger) : SubjectFinder.find(frame, trigger);
        if (mover == null || (mover.has(Actor.Trait.COREFERENCE) && verbFollows(frame, trigger))) {
            return;
        }
        frame.spots().stream()
                .filter(s -> frame.clause(s.start()) == frame.clause(trigger.start()))
                .filter(s -> s.role() == Spot.Role.IN && !s.loose())
                .filter(s -> Math.min(Math.abs(s.start() - trigger.end()), Math.abs(trigger.start() - s.end()))
                        <= (noun ? 14 : 4))
                .findFirst()
                .map(s -> new Places.Found(s, PlaceSource.CLAUSE))
                .or(() -> noun ? Optional.empty() : stayedThere(frame, trigger))
                .ifPresent(found -> add(claims, frame, Rule.IS_THERE, trigger, mover, found));
    }

    /** "The last meeting was held başkentinde": a place word is a predicate only where it ends its sentence. */
    private static boolean verbFollows(Frame frame, CueMatch trigger) {
        return frame.pack().order() == WordOrder.SOV
                && trigger.end() < frame.sentence().end()
                && frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.IN && c.start() == trigger.start());
    }

    /** "Was in the country on Monday": the place a word right behind the trigger stands for. */
    private static Optional<Places.Found> stayedThere(Frame frame, CueMatch trigger) {
        boolean there = frame.has(Set.of(Cue.THERE), trigger.start(), trigger.end() + 1)
                && frame.pack().order() == WordOrder.SVO;
        Spot antecedent = there ? Places.antecedent(frame, trigger) : null;
        return Optional.ofNullable(there && antecedent == null ? frame.dateline() : antecedent)
                .filter(Spot::watched)
                .map(s -> new Places.Found(s, PlaceSource.DISCOURSE));
    }

    private static void brought(Frame frame, CueMatch trigger, List<Claim> claims) {
        Actor sender = SubjectFinder.find(frame, trigger);
        if (sender != null && sender.standing() == Actor.Standing.NONOFFICIAL) {
            Places.destination(frame, trigger)
                    .ifPresent(place -> add(claims, frame, Rule.IS_BROUGHT, trigger, sender, place));
            return;
        }
        String state = sendingState(frame, trigger);
        frame.spots().stream()
                .filter(s -> s.role() == Spot.Role.TO && s.watched() && s.start() >= trigger.end())
                .filter(s -> frame.clause(s.start()) == frame.clause(trigger.start()))
                .findFirst()
                .ifPresent(s -> frame.actors().stream()
                        .filter(a -> a.start() >= trigger.end() && a.end() <= s.start())
                        .map(a -> state == null || !travels(frame, a) ? a : a.sentBy(state))
                        .filter(a -> a.has(Actor.Trait.NATION_SAID) || a.has(Actor.Trait.NAMED))
                        .findFirst()
                        .ifPresent(a -> add(
                                claims, frame, Rule.IS_BROUGHT, trigger, a, new Places.Found(s, PlaceSource.CLAUSE))));
    }

    /** "Turkey is sending a delegation": the state right before the trigger, which acts; null when none does. */
    private static @Nullable String sendingState(Frame frame, CueMatch trigger) {
        return frame.spots().stream()
                .filter(s -> s.level() == Spot.Level.ABROAD && s.role() == Spot.Role.NONE && !s.loose())
                .filter(s -> s.end() <= trigger.start() && trigger.start() - s.end() <= 2)
                .map(s -> stateOf(frame, s))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Delegations, envoys and ministers are sent on visits; advisers and soldiers to stay. */
    private static boolean travels(Frame frame, Actor sent) {
        Office office =
                sent.officeKind() == null ? null : frame.scene().gazetteer().office(sent.officeKind());
        return office != null && (office.rank() <= SENT_RANK || office.kind().equals("delegation"));
    }

    /** The state a place stands for: a country, or the one whose city it is. */
    private static String stateOf(Frame frame, Spot spot) {
        if (spot.id().startsWith(STATE)) {
            return spot.id().substring(STATE.length());
        }
        Place city = frame.scene().gazetteer().place(spot.id());
        return city == null ? "" : city.country();
    }

    private static void speech(Frame frame, CueMatch trigger, List<Claim> claims) {
        Actor speaker = SubjectFinder.find(frame, trigger);
        if (speaker == null
                || !speaker.visitor()
                || speaker.standing() == Actor.Standing.GROUP
                || StatusReader.negated(frame, trigger)) {
            return;
        }
        Optional<Places.Found> place = Places.scene(frame, trigger.start())
                .or(() -> spokenFrom(frame, trigger))
                .filter(f -> f.spot().watched() && !Places.told(frame, trigger, f.spot()))
                .filter(f -> !Places.spokenAbroad(frame, trigger))
                .filter(f -> f.spot().start() < speaker.end()
                        || !Places.insideQuote(frame, speaker.end(), f.spot().start()))
                .filter(f -> f.spot().level() == Spot.Level.PLACE
                        || f.spot().role() == Spot.Role.FROM
                        || (trigger.tense() == Tense.OPEN && Math.abs(f.spot().start() - trigger.start()) <= 6));
        if (place.isPresent()) {
            add(claims, frame, Rule.SPEAKS_THERE, trigger, speaker, place.get());
        } else if (frame.dateline() != null
                && frame.dateline().watched()
                && frame.sentence().index() <= 1
                && trigger.tense() == Tense.NOW
                && !speaker.has(Actor.Trait.COREFERENCE)
                && frame.spots().stream().noneMatch(s -> s.level() == Spot.Level.ABROAD && s.role() == Spot.Role.IN)) {
            add(
                    claims,
                    frame,
                    Rule.SPEAKS_THERE,
                    trigger,
                    speaker,
                    new Places.Found(frame.dateline(), PlaceSource.DATELINE));
        }
    }

    /** "Calls from Baghdad for calm": where words come from is where their speaker is. */
    private static Optional<Places.Found> spokenFrom(Frame frame, CueMatch trigger) {
        return frame.spots().stream()
                .filter(s -> s.role() == Spot.Role.FROM && s.watched() && !s.loose())
                .filter(s -> s.level() == Spot.Level.PLACE || ArabicWords.from(frame.section(), s.start() - 1))
                .filter(s -> s.start() >= trigger.end()
                        ? s.start() - trigger.end() <= FROM_REACH
                        : frame.pack().order() == WordOrder.SOV && trigger.start() - s.end() <= FROM_REACH)
                .findFirst()
                .map(s -> new Places.Found(s, PlaceSource.CLAUSE));
    }

    private static void add(
            List<Claim> claims, Frame frame, Rule rule, CueMatch trigger, Actor mover, Places.Found place) {
        claims.add(ClaimMaker.make(
                frame,
                rule,
                trigger,
                mover,
                MeetingParties.hostNear(frame, trigger),
                place.spot(),
                place.spot().level(),
                place.source()));
        for (Actor companion : Companions.of(frame, mover)) {
            claims.add(ClaimMaker.make(
                    frame,
                    rule,
                    trigger,
                    companion,
                    null,
                    place.spot(),
                    place.spot().level(),
                    place.source()));
        }
    }
}
