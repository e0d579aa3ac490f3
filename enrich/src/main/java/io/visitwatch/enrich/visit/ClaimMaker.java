package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Actor.Side;
import io.visitwatch.enrich.visit.Actor.Standing;
import io.visitwatch.enrich.visit.Actor.Trait;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import io.visitwatch.model.NoVisit.Reason;
import io.visitwatch.model.VisitStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a claim of what a rule found, after the guards: whose official, which place, call or presence, old or new. */
final class ClaimMaker {
    private static final Set<Cue> NOT_A_MEETING = EnumSet.of(Cue.REMOTE);

    private static final String UNITED_NATIONS = "UN";
    private static final int OBJECT_REACH = 2;
    private static final int HOPE_REACH = 3;
    private static final int ASKED_REACH = 5;

    /** Feature of a claim read from a noun, which says nothing of when. */
    static final String NOUN = "noun";

    /** Feature of a claim dated by a weekday that may be one of the next days. */
    static final String MAYBE_AHEAD = "maybe-ahead";

    private ClaimMaker() {}

    /** A claim, or a rejection with its reason. */
    static Claim make(
            Frame frame,
            Rule rule,
            CueMatch trigger,
            @Nullable Actor mover,
            @Nullable Actor host,
            @Nullable Spot spot,
            Spot.Level level,
            PlaceSource source) {
        VisitStatus status = StatusReader.read(frame, trigger);
        boolean old = BackgroundReader.old(frame, trigger);
        Reason reason = reason(frame, rule, trigger, mover, spot, level, old);
        return new Claim(
                rule,
                mover,
                host,
                spot,
                level,
                source,
                status,
                old,
                features(frame, trigger, mover, host),
                reason,
                frame,
                trigger.start());
    }

    private static @Nullable Reason reason(
            Frame frame,
            Rule rule,
            CueMatch trigger,
            @Nullable Actor mover,
            @Nullable Spot spot,
            Spot.Level level,
            boolean old) {
        if (mover == null) {
            return Reason.NO_VISIT;
        }
        boolean here = level == Spot.Level.PLACE || level == Spot.Level.COUNTRY;
        if (mover.side() == Side.HOME) {
            return level == Spot.Level.ABROAD ? Reason.REVERSE : Reason.DOMESTIC;
        }
        if (!here) {
            return Reason.OTHER_PLACE;
        }
        if (mover.standing() == Standing.NONOFFICIAL
                || mover.side() == Side.UNKNOWN
                || mover.standing() == Standing.PERSON) {
            return Reason.NONOFFICIAL;
        }
        if (mover.standing() == Standing.PAST) {
            return Reason.BACKGROUND;
        }
        if (mover.standing() == Standing.RESIDENT) {
            return Reason.RESIDENT;
        }
        if (mover.has(Trait.POSTED_HERE) || ofTheMission(rule, mover) || takesUpPost(frame, rule, trigger)) {
            return Reason.RESIDENT;
        }
        if (remote(frame, rule, trigger, spot)
                || sent(frame, rule, trigger)
                || asked(frame, trigger, mover)
                || askedTo(frame, rule, trigger)) {
            return Reason.REMOTE;
        }
        if (unlikely(frame, trigger) || (rule == Rule.MEETS && spot == null && StatusReader.negated(frame, trigger))) {
            return Reason.NO_VISIT;
        }
        return old ? Reason.BACKGROUND : null;
    }

    /** "Came to Z to take up her post": a longer phrase of the clause says that it is for good. */
    private static boolean takesUpPost(Frame frame, Rule rule, CueMatch trigger) {
        return (rule == Rule.ARRIVES || rule == Rule.SETS_OUT)
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.RESIDENT
                                && c.end() - c.start() > 2
                                && c.start() >= trigger.end()
                                && frame.clause(c.start()) == frame.clause(trigger.start()));
    }

    /** "The UN envoy met the president": without a name, and not said to have come, the one of the mission seated in the country. */
    private static boolean ofTheMission(Rule rule, Actor mover) {
        return (rule == Rule.MEETS || rule == Rule.RECEIVED_BY_HOST)
                && !mover.has(Trait.NAMED)
                && "envoy".equals(mover.officeKind())
                && mover.country().equals(UNITED_NATIONS);
    }

    private static boolean remote(Frame frame, Rule rule, CueMatch trigger, @Nullable Spot spot) {
        boolean faceToFace = rule == Rule.MEETS
                || rule == Rule.SPEAKS_THERE
                || rule == Rule.RECEIVED_BY_HOST
                || rule == Rule.GATHERS_THERE
                || rule == Rule.ACTS_THERE
                || (rule == Rule.VISITS && frame.has(EnumSet.of(Cue.NONOFFICIAL), trigger.start(), trigger.end()));
        return faceToFace
                && frame.sentence().cues().stream()
                        .anyMatch(c -> NOT_A_MEETING.contains(c.cue())
                                && !ofTrigger(frame, c)
                                && (frame.clause(c.start()) == frame.clause(trigger.start())
                                        || (rule == Rule.MEETS && spot == null && c.start() < trigger.start())));
    }

    /** "Called on the premier", "paid a call": a word for a call that begins or ends a trigger is none by telephone. */
    private static boolean ofTrigger(Frame frame, CueMatch remote) {
        return frame.sentence().cues().stream()
                .anyMatch(t -> t.cue().trigger()
                        && t.end() - t.start() > 1
                        && (t.start() == remote.start() || t.end() == remote.end()));
    }

    /** "Sent a letter": what goes there is no person. */
    private static boolean sent(Frame frame, Rule rule, CueMatch trigger) {
        return rule == Rule.SETS_OUT
                && frame.sentence().cues().stream()
                        .anyMatch(c -> NOT_A_MEETING.contains(c.cue())
                                && c.start() >= trigger.end()
                                && c.start() - trigger.end() <= OBJECT_REACH);
    }

    /** "Invited X to visit", "has an invitation to visit": whoever is asked to come has not said that he will. */
    private static boolean asked(Frame frame, CueMatch trigger, Actor mover) {
        boolean after = frame.pack().order() == WordOrder.SOV
                && trigger.tense() != Tense.NOW
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.INVITE
                                && c.start() >= trigger.end()
                                && c.start() - trigger.end() <= ASKED_REACH
                                && asks(frame, c, trigger));
        return after
                || (trigger.tense() == Tense.PLAN
                        && frame.sentence().cues().stream()
                                .anyMatch(c -> c.cue() == Cue.INVITE
                                        && invitesTo(frame, c, trigger, mover)
                                        && frame.clause(c.start()) == frame.clause(trigger.start())));
    }

    private static boolean invitesTo(Frame frame, CueMatch invite, CueMatch trigger, Actor mover) {
        return (invite.end() <= mover.start() && mover.end() <= trigger.start())
                || (invite.start() > trigger.start() && invite.end() < trigger.end())
                || (invite.start() >= mover.end()
                        && invite.end() == trigger.start()
                        && !frame.inClause(Cue.PLANNED, invite.start()));
    }

    /** "An invitation to X for the summit in Z": what follows the invitation is what he is asked to. */
    private static boolean askedTo(Frame frame, Rule rule, CueMatch trigger) {
        WordOrder order = frame.pack().order();
        boolean mayAsk = rule == Rule.GATHERS_THERE
                ? order != WordOrder.SVO
                : rule == Rule.SPEAKS_OF_VISIT && order == WordOrder.VSO;
        return mayAsk
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.INVITE
                                && asks(frame, c, trigger)
                                && (c.start() < trigger.start()
                                        || (order == WordOrder.SOV && c.start() - trigger.end() <= OBJECT_REACH)));
    }

    /** "Would keep his promise of a visit": right behind such a word, where no article stands between, the noun is wished for. */
    private static boolean promised(Frame frame, CueMatch noun) {
        return noun.cue() == Cue.VISIT_NOUN
                && frame.pack().order() == WordOrder.VSO
                && frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.IRREALIS && c.end() == noun.start());
    }

    /** "Ruled out that X would visit": the word stands in the clause of the visit or the one it depends on. */
    private static boolean unlikely(Frame frame, CueMatch trigger) {
        return frame.inClause(Cue.UNLIKELY, trigger.start())
                || promised(frame, trigger)
                || frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.UNLIKELY
                                && c.end() <= trigger.start()
                                && frame.clause(trigger.start()) - frame.clause(c.start()) == 1);
    }

    private static Set<String> features(Frame frame, CueMatch trigger, @Nullable Actor mover, @Nullable Actor host) {
        Set<String> features = new TreeSet<>();
        if (frame.title()) {
            features.add("in-title");
        } else if (frame.lead()) {
            features.add("in-lead");
        }
        if (host != null && host.home()) {
            features.add("host");
        }
        if (unreal(frame, trigger) || hoped(frame, trigger)) {
            features.add("irrealis");
        }
        if (frame.inClause(Cue.RUMOUR, trigger.start())) {
            features.add("rumour");
        }
        if (wondered(frame, trigger)) {
            features.add("question");
        }
        if (invited(frame, trigger)) {
            features.add("invitation");
        }
        if (frame.inSentence(Cue.REMOTE)) {
            features.add("remote-cue");
        }
        if (frame.inSentence(Cue.RESIDENT)) {
            features.add("resident-cue");
        }
        if (frame.inSentence(Cue.NONOFFICIAL)) {
            features.add("nonofficial-cue");
        }
        if (frame.inSentence(Cue.BACKGROUND)) {
            features.add("background-cue");
        }
        if (frame.inClause(Cue.RECENT, trigger.start())) {
            features.add("fresh");
        }
        if (trigger.tense() == Tense.OPEN) {
            features.add(NOUN);
        }
        if (StatusReader.maybeAhead(frame, trigger)) {
            features.add(MAYBE_AHEAD);
        }
        if (mover != null) {
            describe(features, mover, frame, trigger);
        }
        return features;
    }

    /** A word that makes the clause unreal; a call itself ("asks for calm") is as real as any other speech. */
    private static boolean unreal(Frame frame, CueMatch trigger) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.IRREALIS
                        && frame.clause(c.start()) == frame.clause(trigger.start())
                        && !(trigger.cue() == Cue.SAY && trigger.covers(c.start())));
    }

    /** "Voiced his hope that X will visit": the word that makes it unreal stands right before the clause. */
    private static boolean hoped(Frame frame, CueMatch trigger) {
        int first = trigger.start();
        while (first > frame.sentence().start() && frame.clause(first - 1) == frame.clause(trigger.start())) {
            first--;
        }
        return frame.has(EnumSet.of(Cue.IRREALIS), first - HOPE_REACH, first);
    }

    /** "Will X come to Z?": a question about what is not yet so announces nothing. */
    private static boolean wondered(Frame frame, CueMatch trigger) {
        return frame.section().gapHas(frame.sentence().end(), "?\u061F")
                && (StatusReader.read(frame, trigger) == VisitStatus.ANNOUNCED
                        || frame.inClause(Cue.RUMOUR, trigger.start()));
    }

    /** Whether the clause asks somebody to come; "at the invitation of" says only how a visit came about. */
    private static boolean invited(Frame frame, CueMatch trigger) {
        return frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.INVITE && asks(frame, c, trigger));
    }

    private static boolean asks(Frame frame, CueMatch invite, CueMatch trigger) {
        return frame.clause(invite.start()) == frame.clause(trigger.start())
                && frame.sentence().cues().stream()
                        .noneMatch(p -> p.cue() == Cue.PREPOSITION && p.covers(invite.start()));
    }

    private static void describe(Set<String> features, Actor mover, Frame frame, CueMatch trigger) {
        if (mover.has(Trait.KNOWN)) {
            features.add("known-official");
        } else if (mover.has(Trait.NAMED)) {
            features.add("named-stranger");
        } else if (mover.standing() == Standing.GROUP) {
            features.add("group");
        } else {
            features.add("office-only");
        }
        if (mover.has(Trait.SURNAME)
                && !mover.has(Trait.OFFICE_SAID)
                && mover.name().indexOf(' ') < 0) {
            features.add(mover.has(Trait.PROMINENT) ? "surname-prominent" : "surname-alone");
        }
        if (mover.has(Trait.LAPSED)) {
            features.add("office-lapsed");
        }
        if (mover.has(Trait.NATION_LENT)) {
            features.add("nation-lent");
        }
        if (mover.has(Trait.COREFERENCE)) {
            features.add("coreference");
        } else if (frame.clause(mover.start()) != frame.clause(trigger.start())) {
            features.add("subject-far");
        }
        boolean takesPart = trigger.cue() == Cue.EVENT || trigger.cue() == Cue.ATTEND;
        if (mover.governed()
                && trigger.cue() != Cue.VISIT_NOUN
                && !(takesPart && frame.pack().order() == WordOrder.VSO)) {
            features.add("subject-governed");
        }
    }
}
