package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who does what a trigger says, in the word order of the language. */
final class SubjectFinder {
    private static final int NEAR_RIGHT = 8;
    private static final int DESCRIBED_REACH = 2;
    private static final Set<Cue> OBJECT_VERBS = EnumSet.of(Cue.MEET, Cue.RECEIVE, Cue.BRING);

    private static final Set<Cue> LINKS =
            EnumSet.of(Cue.PREPOSITION, Cue.CLAUSE, Cue.AND, Cue.PRONOUN, Cue.IN, Cue.TO, Cue.WITH, Cue.RECENT);

    /** Verbs with a subject alone, or with a place for an object. */
    private static final Set<Cue> MOVES = EnumSet.of(Cue.ARRIVE, Cue.VISIT, Cue.GO, Cue.LEAVE, Cue.STAY);

    /** What may stand between such a verb and a subject behind it. */
    private static final Set<Cue> BEHIND = EnumSet.of(Cue.GLUE, Cue.HONORIFIC, Cue.IN, Cue.TO, Cue.RECENT, Cue.THERE);

    private SubjectFinder() {}

    /** The subject of a trigger; null when there is none to be found. */
    static @Nullable Actor find(Frame frame, CueMatch trigger) {
        Actor relative = ofRelativeClause(frame, trigger);
        if (relative != null) {
            return relative;
        }
        Actor found = switch (frame.pack().order()) {
            case SVO ->
                first(
                        inverted(frame, trigger),
                        left(frame, trigger, true),
                        behind(frame, trigger),
                        behindVerb(frame, trigger),
                        UnsaidSubject.pronoun(frame, trigger),
                        left(frame, trigger, false));
            case VSO ->
                first(
                        headlined(frame, trigger),
                        right(frame, trigger),
                        left(frame, trigger, true),
                        UnsaidSubject.pronoun(frame, trigger),
                        left(frame, trigger, false));
            case SOV ->
                first(
                        opening(frame, trigger),
                        described(frame, trigger),
                        left(frame, trigger, true),
                        UnsaidSubject.pronoun(frame, trigger),
                        left(frame, trigger, false));
        };
        if (found != null) {
            return reported(frame, trigger, found) ? null : found;
        }
        Actor coming = UnsaidSubject.announced(frame, trigger);
        return coming == null ? UnsaidSubject.dropped(frame, trigger) : coming;
    }

    private static @Nullable Actor first(@Nullable Actor... actors) {
        for (Actor actor : actors) {
            if (actor != null) {
                return actor;
            }
        }
        return null;
    }

    /** Nearest free actor left of the trigger, in its clause or anywhere in the sentence. */
    private static @Nullable Actor left(Frame frame, CueMatch trigger, boolean sameClause) {
        Actor governed = null;
        List<Actor> actors = frame.actors();
        for (int i = actors.size() - 1; i >= 0; i--) {
            Actor actor = actors.get(i);
            boolean inReach = actor.end() <= trigger.start()
                    && (!sameClause
                            || frame.clause(actor.end() - 1) == frame.clause(trigger.start())
                            || relative(frame, actor, trigger));
            if (!inReach) {
                continue;
            }
            if (!actor.governed() && !object(frame, actor, trigger) && !inRelative(frame, actor, trigger)) {
                return headOfGroup(frame, i);
            }
            governed = governed == null ? actor : governed;
        }
        return sameClause || frame.pack().order() == WordOrder.SVO ? null : governed;
    }

    /** "X met his counterpart during a visit": whoever stands right behind an earlier verb that has a subject is its object. */
    private static boolean object(Frame frame, Actor actor, CueMatch trigger) {
        return frame.pack().order() == WordOrder.SVO
                && frame.sentence().cues().stream()
                        .anyMatch(c -> OBJECT_VERBS.contains(c.cue())
                                && c.tense() != Tense.OPEN
                                && c.end() <= actor.start()
                                && actor.start() - c.end() <= 2
                                && c.end() <= trigger.start()
                                && frame.clause(c.start()) == frame.clause(actor.start())
                                && frame.actors().stream().anyMatch(a -> a.end() <= c.start()));
    }

    /** "A, whom B expected, arrived": somebody of a relative clause that is over before the trigger is not its subject. */
    private static boolean inRelative(Frame frame, Actor actor, CueMatch trigger) {
        int clause = frame.clause(actor.start());
        return clause < frame.clause(trigger.start())
                && frame.pack().order() == WordOrder.SVO
                && frame.actors().stream()
                        .anyMatch(head -> head.end() < actor.start()
                                && !head.governed()
                                && frame.clause(head.end()) == clause
                                && frame.clause(head.start()) < clause
                                && frame.section().gapHas(head.end(), ",")
                                && relative(frame, head, clause));
    }

    private static boolean relative(Frame frame, Actor head, int clause) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.CLAUSE && c.start() == head.end() && frame.clause(c.start()) == clause);
    }

    /** Of "A and B came" the first is the subject; the others join as companions later. */
    private static Actor headOfGroup(Frame frame, int index) {
        int at = index;
        while (at > 0
                && Companions.joined(
                        frame, frame.actors().get(at - 1), frame.actors().get(at))
                && !frame.actors().get(at - 1).governed()
                && !severed(frame, frame.actors().get(at - 1), frame.actors().get(at))) {
            at--;
        }
        return frame.actors().get(at);
    }

    /** "After meeting A, B and C flew on": the object of a verb before the comma is no fellow of the subject behind it. */
    private static boolean severed(Frame frame, Actor left, Actor right) {
        return frame.clause(left.start()) != frame.clause(right.start())
                && frame.sentence().cues().stream()
                        .anyMatch(c -> OBJECT_VERBS.contains(c.cue())
                                && c.end() <= left.start()
                                && frame.clause(c.start()) == frame.clause(left.start()));
    }

    /** Who the relative clause of the trigger stands behind. */
    private static @Nullable Actor ofRelativeClause(Frame frame, CueMatch trigger) {
        for (Actor actor : frame.actors()) {
            boolean free = frame.actors().stream()
                    .noneMatch(a -> a.start() > actor.end() && a.end() <= trigger.start() && !a.governed());
            if (actor.end() < trigger.start() && free && relative(frame, actor, trigger)) {
                return actor;
            }
        }
        return null;
    }

    /** "X, who arrived": the trigger's clause begins with a relative word right after the actor. */
    private static boolean relative(Frame frame, Actor actor, CueMatch trigger) {
        int next = actor.end();
        boolean clauseWord = frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.CLAUSE && c.start() == next);
        return clauseWord && frame.clause(next) == frame.clause(trigger.start());
    }

    /** "X calls for a government": in headlines the subject stands before its verb in verb-initial languages too. */
    private static @Nullable Actor headlined(Frame frame, CueMatch trigger) {
        if (!frame.title() || trigger.tense() == Tense.OPEN) {
            return null;
        }
        for (Actor actor : frame.actors()) {
            boolean opens = actor.end() == trigger.start()
                    && !actor.governed()
                    && actor.side() != Actor.Side.UNKNOWN
                    && frame.clause(actor.start()) == frame.clause(trigger.start())
                    && frame.sentence().cues().stream()
                            .noneMatch(c -> c.cue().trigger()
                                    && c.start() < actor.start()
                                    && frame.clause(c.start()) == frame.clause(trigger.start()));
            if (opens) {
                return headOfGroup(frame, frame.actors().indexOf(actor));
            }
        }
        return null;
    }

    /** "..., said X in Z": a verb of speech that begins its clause has its subject right behind it. */
    private static @Nullable Actor inverted(Frame frame, CueMatch trigger) {
        int first = trigger.start();
        while (first > frame.sentence().start() && frame.clause(first - 1) == frame.clause(trigger.start())) {
            first--;
        }
        boolean opens = trigger.cue() == Cue.SAY
                && trigger.tense() == Tense.NOW
                && frame.clause(trigger.start()) > 0
                && trigger.start() - first <= 1;
        return frame.actors().stream()
                .filter(a -> opens && a.start() == trigger.end() && !a.governed())
                .findFirst()
                .orElse(null);
    }

    /** "From there the president went on": where a language lets the verb come first, its subject is right behind it. */
    private static @Nullable Actor behind(Frame frame, CueMatch trigger) {
        boolean verb = frame.pack().inverts() && trigger.tense() != Tense.OPEN;
        return verb ? right(frame, trigger) : null;
    }

    /** "В столице побывал X", "am Montag verließ X die Stadt": where verbs change places with subjects, one right behind the verb. */
    private static @Nullable Actor behindVerb(Frame frame, CueMatch trigger) {
        boolean moves = MOVES.contains(trigger.cue())
                && trigger.tense() != Tense.OPEN
                && frame.pack().movesFirst();
        int clause = frame.clause(trigger.start());
        boolean free = frame.actors().stream()
                .noneMatch(a -> a.end() <= trigger.start() && frame.clause(a.start()) == clause && !a.governed());
        if (!moves || !free) {
            return null;
        }
        Actor next = frame.actors().stream()
                .filter(a -> a.start() > trigger.start() && frame.clause(a.start()) == clause)
                .findFirst()
                .orElse(null);
        return next != null && !next.governed() && onlyLinks(frame, trigger.end(), next.start()) ? next : null;
    }

    private static boolean onlyLinks(Frame frame, int from, int to) {
        for (int token = from; token < to; token++) {
            int at = token;
            boolean link = frame.spots().stream().anyMatch(s -> s.start() <= at && at < s.end())
                    || frame.dates().stream().anyMatch(d -> d.token() == at)
                    || frame.sentence().cues().stream().anyMatch(c -> c.covers(at) && BEHIND.contains(c.cue()));
            if (!link) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Actor right(Frame frame, CueMatch trigger) {
        CueMatch next = frame.nextTrigger(trigger);
        for (Actor actor : frame.actors()) {
            // A verb and its object may enclose the subject: "began X a visit".
            boolean near = actor.start() > trigger.start() && actor.start() - trigger.end() <= NEAR_RIGHT;
            boolean unbroken = frame.clause(actor.start()) == frame.clause(trigger.start())
                    && (next == null || next.start() >= actor.start() || next.cue() == Cue.EVENT);
            if (near && unbroken && !actor.governed()) {
                return actor;
            }
        }
        return null;
    }

    /** In verb-final clauses the first free actor is the subject. */
    private static @Nullable Actor opening(Frame frame, CueMatch trigger) {
        for (Actor actor : frame.actors()) {
            if (actor.end() <= trigger.start()
                    && frame.clause(actor.end() - 1) == frame.clause(trigger.start())
                    && !actor.governed()
                    && !welcomes(frame, actor)) {
                return actor;
            }
        }
        return null;
    }

    /** "مورد استقبال X قرار گرفت": whoever stands between the words of a passive is its agent. */
    private static boolean welcomes(Frame frame, Actor actor) {
        return frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.RECEIVED
                        && c.start() < actor.start()
                        && (actor.end() <= c.end() || actor.start() - c.end() <= 1));
    }

    /** "Bağdat programını tamamlayan X": where the verb stands last, one that opens the sentence describes whoever follows it. */
    private static @Nullable Actor described(Frame frame, CueMatch trigger) {
        boolean opens = frame.actors().stream().noneMatch(a -> a.start() < trigger.end());
        return frame.actors().stream()
                .filter(a -> opens
                        && a.start() - trigger.end() <= DESCRIBED_REACH
                        && a.start() >= trigger.end()
                        && !frame.has(Set.of(Cue.AND), trigger.end(), a.start())
                        && !a.governed())
                .filter(a -> frame.clause(a.start()) == frame.clause(trigger.start()))
                .findFirst()
                .orElse(null);
    }

    /** "X said the others should go": what follows a verb of speech has a subject of its own, unless a link or a pronoun follows. */
    private static boolean reported(Frame frame, CueMatch trigger, Actor speaker) {
        if (frame.pack().order() != WordOrder.SVO || trigger.tense() == Tense.OPEN) {
            return false;
        }
        for (CueMatch say : frame.sentence().cues()) {
            boolean between = say.cue() == Cue.SAY && say.start() >= speaker.end() && say.end() < trigger.start();
            if (between
                    && frame.clause(say.start()) == frame.clause(trigger.start())
                    && !linked(frame, say.end())
                    && !frame.has(EnumSet.of(Cue.PLANNED), say.end(), say.end() + 1)
                    && !linked(frame, trigger.start() - 1)
                    && !linked(frame, trigger.start())
                    && !frame.has(EnumSet.of(Cue.PRONOUN), say.end(), trigger.start())) {
                return true;
            }
        }
        return false;
    }

    private static boolean linked(Frame frame, int token) {
        return frame.sentence().cues().stream().anyMatch(c -> LINKS.contains(c.cue()) && c.covers(token));
    }
}
