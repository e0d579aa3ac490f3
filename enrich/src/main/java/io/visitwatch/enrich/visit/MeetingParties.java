package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who meets whom: the one from abroad and the one at home, and which of them acts. */
final class MeetingParties {
    private static final int REACH = 25;
    private static final int ASIDES = 3;

    private MeetingParties() {}

    /** Everybody who may be at the meeting: the subject, then all in the clause of the trigger. */
    static List<Actor> of(Frame frame, CueMatch trigger) {
        List<Actor> parties = new ArrayList<>();
        Actor subject = SubjectFinder.find(frame, trigger);
        if (subject != null) {
            parties.add(subject);
        }
        for (Actor actor : frame.actors()) {
            boolean near = Math.abs(actor.start() - trigger.start()) <= REACH;
            boolean sameClause = frame.clause(actor.start()) == frame.clause(trigger.start());
            if (near && sameClause && !parties.contains(actor)) {
                parties.add(actor);
            }
        }
        return ArabicWords.ofBoth(frame.section(), trigger) ? withBoth(frame, trigger, parties) : parties;
    }

    /** Who of them comes from abroad; where they name only the host, the one the words point back to; null when nobody does. */
    static @Nullable Actor guest(Frame frame, CueMatch trigger, List<Actor> parties, @Nullable Actor host) {
        Actor guest = named(frame, trigger, parties);
        if (guest != null || host == null) {
            return guest;
        }
        guest = hosted(frame, trigger);
        guest = guest == null ? speakerBefore(frame, trigger) : guest;
        return guest == null && trigger.tense() != Tense.OPEN && host.has(Actor.Trait.COUNTERPART)
                ? lastVisitor(frame, trigger)
                : guest;
    }

    private static @Nullable Actor named(Frame frame, CueMatch trigger, List<Actor> parties) {
        boolean posted = parties.stream().anyMatch(a -> a.foreign() && a.standing() == Actor.Standing.RESIDENT);
        List<Actor> visitors = parties.stream()
                .filter(a -> a.visitor()
                        && !((posted || agent(trigger, a)) && a.governed() && a.has(Actor.Trait.NATION_LENT)))
                .filter(a -> !retinue(frame, a))
                .toList();
        if (trigger.cue() == Cue.RECEIVE && frame.pack().order() == WordOrder.SVO) {
            Actor received = visitors.stream()
                    .filter(a -> a.start() >= trigger.end())
                    .findFirst()
                    .orElse(null);
            if (received != null) {
                return received;
            }
        }
        if (trigger.cue() == Cue.RECEIVE && visitors.size() > 1) {
            Actor first = visitors.get(0);
            if (frame.pack().order() == WordOrder.VSO
                    && (first.has(Actor.Trait.NAMED) || first.standing() == Actor.Standing.GROUP)
                    && parties.stream().anyMatch(a -> a.home() && a.start() == trigger.end())) {
                return first;
            }
            return visitors.get(visitors.size() - 1);
        }
        return visitors.isEmpty() ? null : visitors.get(0);
    }

    /** "X told Y so, in a session that brought both together": those the sentence named before. */
    private static List<Actor> withBoth(Frame frame, CueMatch trigger, List<Actor> parties) {
        boolean nobodyHere =
                frame.actors().stream().noneMatch(a -> frame.clause(a.start()) == frame.clause(trigger.start()));
        return nobodyHere
                ? frame.actors().stream()
                        .filter(a -> a.end() <= trigger.start())
                        .toList()
                : parties;
    }

    /** "Were received by the minister": whose nation nobody says receives, and is not received. */
    private static boolean agent(CueMatch trigger, Actor actor) {
        return trigger.cue() == Cue.RECEIVED && actor.start() >= trigger.end();
    }

    /** "Iraq's premier and the delegation": a group without a state, joined to somebody at home, is his. */
    private static boolean retinue(Frame frame, Actor group) {
        int at = frame.actors().indexOf(group);
        return at > 0
                && group.standing() == Actor.Standing.GROUP
                && !group.has(Actor.Trait.NATION_SAID)
                && frame.actors().get(at - 1).home()
                && Companions.joined(frame, frame.actors().get(at - 1), group);
    }

    /** "Y, who hosts him": the pronoun inside the verb's phrase is the foreign official spoken of last. */
    private static @Nullable Actor hosted(Frame frame, CueMatch trigger) {
        boolean him = (trigger.cue() == Cue.RECEIVE || trigger.cue() == Cue.MEET)
                && frame.sentence().cues().stream()
                        .anyMatch(
                                c -> c.cue() == Cue.PRONOUN && c.start() > trigger.start() && c.end() <= trigger.end());
        if (!him) {
            return null;
        }
        return lastVisitor(frame, trigger);
    }

    /** The foreign official spoken of last. */
    private static @Nullable Actor lastVisitor(Frame frame, CueMatch trigger) {
        Actor last = frame.actors().stream()
                .filter(a -> a.end() <= trigger.start() && a.visitor() && !a.governed())
                .reduce((one, two) -> two)
                .orElse(frame.discourse().lastVisitor());
        return last == null ? null : last.with(Actor.Trait.COREFERENCE);
    }

    /** "X handed over an invitation, during his meeting with Y": whoever opened the sentence is at the meeting. */
    private static @Nullable Actor speakerBefore(Frame frame, CueMatch trigger) {
        boolean phrase = trigger.tense() == Tense.NOW
                && frame.pack().order() == WordOrder.VSO
                && frame.sentence().cues().stream()
                        .anyMatch(c -> (c.cue() == Cue.PREPOSITION || c.cue() == Cue.CLAUSE || c.cue() == Cue.IN)
                                && c.end() == trigger.start());
        if (!phrase) {
            return null;
        }
        return frame.actors().stream()
                .filter(a -> a.end() <= trigger.start() && a.visitor() && !a.governed())
                .filter(a -> aside(frame, frame.clause(a.start()), frame.clause(trigger.start())))
                .findFirst()
                .orElse(null);
    }

    /** Whether the clauses between that of a subject and that of a trigger only describe him: nobody else stands in them. */
    private static boolean aside(Frame frame, int from, int to) {
        return to - from <= 1
                || (to - from <= ASIDES
                        && frame.actors().stream()
                                .noneMatch(a -> frame.clause(a.start()) > from
                                        && frame.clause(a.start()) < to
                                        && !a.governed()
                                        && a.has(Actor.Trait.NAMED)));
    }

    /** "... he said after his meeting with X": the one who was the subject last, in a report filed from the watched place. */
    static @Nullable Actor droppedHost(Frame frame, CueMatch trigger) {
        Actor last = frame.discourse().lastSubject();
        boolean goesOn = trigger.cue() == Cue.MEET
                && trigger.tense() == Tense.NOW
                && frame.pack().order() == WordOrder.VSO
                && frame.dateline() != null
                && frame.dateline().watched();
        return goesOn && last != null && last.home() ? last : null;
    }

    /** A host named in the clause of a trigger or the next one; null when none is. */
    static @Nullable Actor hostNear(Frame frame, CueMatch trigger) {
        for (Actor actor : frame.actors()) {
            if (actor.home() && Math.abs(frame.clause(actor.start()) - frame.clause(trigger.start())) <= 1) {
                return actor;
            }
        }
        return null;
    }

    /** "His proposal for a meeting of the parties": where nouns come before their owner, one named before is not at it. */
    static boolean proposed(Frame frame, CueMatch trigger, Actor guest) {
        return frame.pack().order() == WordOrder.VSO && trigger.tense() == Tense.OPEN && guest.end() <= trigger.start();
    }

    /** "A meeting with Y": the one before the noun may be at it. */
    static boolean joinedBy(Frame frame, CueMatch trigger) {
        return frame.has(EnumSet.of(Cue.WITH, Cue.IN, Cue.PREPOSITION), trigger.start() - 1, trigger.end() + 3);
    }

    /** Whether the one at home stands where the subject stands. */
    static boolean hostActs(Frame frame, CueMatch trigger, Actor host, Actor guest) {
        if (host.governed() != guest.governed()) {
            return guest.governed();
        }
        if (trigger.cue() == Cue.RECEIVED) {
            return frame.pack().order() == WordOrder.VSO
                    && host.end() <= trigger.start()
                    && guest.start() >= trigger.end();
        }
        boolean split = host.end() <= trigger.start() != guest.end() <= trigger.start();
        if (split && frame.pack().order() != WordOrder.SOV) {
            return host.end() <= trigger.start();
        }
        return host.start() < guest.start();
    }
}
