package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import io.visitwatch.model.NoVisit.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reception and meeting: somebody of the watched country and somebody from abroad, face to face. */
final class MeetingRules {
    /** Who is called upon as often as he calls on others. */
    private static final Set<String> HEADS =
            Set.of("head-of-state", "monarch", "head-of-government", "crown-prince", "pope", "secretary-general");

    /** Who receives more often than he calls on those below him. */
    private static final Set<String> RECEIVING = Set.of("head-of-state", "head-of-government", "speaker");

    private static final int REACH = 25;
    private static final int GUEST_REACH = 2;
    private static final int PEOPLE_REACH = 6;
    private static final int ASIDES = 3;

    private MeetingRules() {}

    /** Adds what a meeting claims. */
    static void read(Frame frame, CueMatch trigger, List<Claim> claims) {
        List<Actor> parties = parties(frame, trigger);
        Actor guest = guest(frame, trigger, parties);
        Actor host = parties.stream().filter(Actor::home).findFirst().orElse(null);
        Optional<Places.Found> scene = Places.scene(frame, trigger.start());
        if (guest == null && host != null) {
            guest = hosted(frame, trigger);
            guest = guest == null ? speakerBefore(frame, trigger) : guest;
            guest = guest == null && trigger.tense() != Tense.OPEN && host.has(Actor.Trait.COUNTERPART)
                    ? lastVisitor(frame, trigger)
                    : guest;
        }
        if (guest != null && (host == null || !joinedBy(frame, trigger)) && proposed(frame, trigger, guest)) {
            return;
        }
        if (guest == null) {
            if (host != null && parties.stream().noneMatch(a -> a.foreign())) {
                return;
            }
            Actor foreign = parties.stream().filter(Actor::foreign).findFirst().orElse(null);
            if (foreign != null && host != null) {
                claims.add(reject(frame, trigger, foreign, host));
            }
            return;
        }
        scene = scene.isPresent() ? scene : Places.within(frame, trigger);
        if (scene.isEmpty() && host == null) {
            Optional<Places.Found> hosting = hostingPlace(frame, trigger, guest);
            scene = hosting.isPresent() ? hosting : peopleThere(frame, trigger, guest);
        }
        if (host != null && receivesAbroad(frame, trigger, host, guest)) {
            claims.add(reverse(frame, trigger, host));
            return;
        }
        if (scene.isPresent()) {
            Spot spot = scene.get().spot();
            Actor mover = spot.level() == Spot.Level.ABROAD && host != null ? host : guest;
            add(claims, frame, trigger, mover, host, spot, spot.level(), PlaceSource.CLAUSE);
            return;
        }
        if (host == null) {
            host = droppedHost(frame, trigger);
        }
        if (host == null) {
            if (receivedWhereFiled(frame, trigger)) {
                Spot filed = Objects.requireNonNull(frame.dateline());
                add(claims, frame, trigger, guest, null, null, filed.level(), PlaceSource.DATELINE);
            } else if (nationless(frame, trigger)) {
                add(claims, frame, trigger, guest, null, null, Spot.Level.COUNTRY, PlaceSource.HOST);
            } else {
                ofTheCountry(frame, trigger, guest, claims);
            }
            return;
        }
        if (host.standing() == Actor.Standing.RESIDENT || besideAnother(frame)) {
            return;
        }
        if (!host.country().equals(frame.scene().home())
                && (frame.dateline() == null || !frame.dateline().watched())) {
            add(claims, frame, trigger, guest, host, null, Spot.Level.ELSEWHERE, PlaceSource.HOST);
            return;
        }
        Spot elsewhere = HostSeat.elsewhere(frame, trigger);
        if (elsewhere != null) {
            add(claims, frame, trigger, guest, host, elsewhere, Spot.Level.ELSEWHERE, PlaceSource.CLAUSE);
            return;
        }
        boolean homeReceives = hostActs(frame, trigger, host, guest);
        Spot filed = frame.dateline();
        boolean filedAbroad = filed != null && filed.level() == Spot.Level.ABROAD;
        if ((trigger.cue() == Cue.RECEIVE && !homeReceives) || (trigger.cue() == Cue.RECEIVED && homeReceives)) {
            claims.add(reverse(frame, trigger, host));
        } else if (trigger.cue() == Cue.MEET && atHome(frame, trigger)) {
            add(claims, frame, trigger, guest, host, null, Spot.Level.COUNTRY, PlaceSource.HOST);
        } else if (trigger.cue() != Cue.MEET || (filed != null && filed.watched() && !goesAbroad(frame))) {
            Spot.Level level = filed != null && filed.watched() ? filed.level() : Spot.Level.COUNTRY;
            add(claims, frame, trigger, guest, host, null, level, PlaceSource.HOST);
        } else if (frame.before() != null && frame.before().watched() && !filedAbroad) {
            add(
                    claims,
                    frame,
                    trigger,
                    guest,
                    host,
                    frame.before(),
                    frame.before().level(),
                    PlaceSource.DISCOURSE);
        } else if (((homeReceives || actsAsGuest(frame, trigger, host, guest)) && !filedAbroad && !abroadInSight(frame))
                || HostSeat.implied(frame, guest, parties)) {
            add(claims, frame, trigger, guest, host, null, Spot.Level.COUNTRY, PlaceSource.HOST);
        }
    }

    /** "On the sidelines of the assembly": the meeting is where the gathering is, which is here only if all the article is. */
    private static boolean besideAnother(Frame frame) {
        return frame.inSentence(Cue.ASIDE) && frame.setting().onlyHere() == null;
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

    /** "X received Iraq's premier", "the premier ağırlayan X": the foreign subject has the other as a guest, whatever place is named further on. */
    private static boolean receivesAbroad(Frame frame, CueMatch trigger, Actor host, Actor guest) {
        boolean before = frame.pack().order() == WordOrder.SVO
                && guest.end() <= trigger.start()
                && host.start() >= trigger.end();
        boolean described = frame.pack().order() == WordOrder.SOV
                && guest.start() == trigger.end()
                && frame.actors().stream().anyMatch(a -> a.home() && a.governed() && a.end() <= trigger.start());
        return trigger.cue() == Cue.RECEIVE && !guest.governed() && (before || described);
    }

    /** "Met the premier in the capital": where the host is at home, the place spoken of is his. */
    private static boolean atHome(Frame frame, CueMatch trigger) {
        return frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.THERE
                                && !ofAbroad(frame, c)
                                && (frame.clause(c.start()) == 0
                                        || (c.start() >= trigger.end()
                                                && frame.clause(c.start()) == frame.clause(trigger.start()))))
                && frame.spots().stream().noneMatch(s -> s.level() == Spot.Level.ABROAD);
    }

    /** "In the Iranian capital": a state right behind the word says whose it is. */
    private static boolean ofAbroad(Frame frame, CueMatch there) {
        return frame.sentence().atoms().stream()
                .anyMatch(a -> a.start() == there.end()
                        && a.nation() != null
                        && !frame.scene().isHome(a.nation().id()));
    }

    /** "Baghdad hosts X": the watched place as the one who receives. */
    private static Optional<Places.Found> hostingPlace(Frame frame, CueMatch trigger, Actor guest) {
        boolean verbFirst = frame.pack().order() == WordOrder.VSO;
        boolean receives = trigger.cue() == Cue.RECEIVE
                && frame.pack().order() != WordOrder.SOV
                && !guest.governed()
                && guest.start() >= trigger.end()
                && guest.start() - trigger.end() <= GUEST_REACH;
        return frame.spots().stream()
                .filter(s -> receives && s.watched() && s.role() == Spot.Role.NONE)
                .filter(s -> s.end() == trigger.start()
                        || (verbFirst && (s.start() == trigger.end() || s.end() == trigger.end() - 1)))
                .findFirst()
                .map(s -> new Places.Found(s, PlaceSource.CLAUSE));
    }

    /** "Held talks with party leaders in Z": those met are in the watched place, and so is who meets them. */
    private static Optional<Places.Found> peopleThere(Frame frame, CueMatch trigger, Actor guest) {
        boolean meets = trigger.cue() == Cue.MEET && trigger.tense() != Tense.OPEN && guest.has(Actor.Trait.NAMED);
        return frame.spots().stream()
                .filter(s -> meets && s.loose() && s.role() == Spot.Role.IN && s.level() == Spot.Level.PLACE)
                .filter(s -> s.start() >= trigger.end() && s.start() - trigger.end() <= PEOPLE_REACH)
                .filter(s -> frame.clause(s.start()) == frame.clause(trigger.start()))
                .findFirst()
                .map(s -> new Places.Found(s, PlaceSource.CLAUSE));
    }

    /** "BAGHDAD - The head of the council received X": whoever receives in the lead is of the place it was filed from. */
    private static boolean receivedWhereFiled(Frame frame, CueMatch trigger) {
        return trigger.cue() == Cue.RECEIVE
                && trigger.tense() == Tense.NOW
                && frame.sentence().index() == 0
                && frame.dateline() != null
                && frame.dateline().watched()
                && frame.spots().stream().noneMatch(s -> s.level() == Spot.Level.ABROAD);
    }

    /** "The premier received X": in an article of the watched place alone, a ruler whose state nobody needs to say is its own. */
    private static boolean nationless(Frame frame, CueMatch trigger) {
        boolean ruler = frame.actors().stream()
                .anyMatch(a -> a.start() == trigger.end()
                        && a.side() == Actor.Side.UNKNOWN
                        && a.has(Actor.Trait.OFFICE_SAID)
                        && !a.has(Actor.Trait.NAMED)
                        && RECEIVING.contains(String.valueOf(a.officeKind())));
        return ruler
                && trigger.cue() == Cue.RECEIVE
                && trigger.tense() == Tense.NOW
                && frame.pack().order() == WordOrder.VSO
                && frame.spots().stream().noneMatch(s -> s.level() == Spot.Level.ABROAD)
                && (frame.spots().stream().anyMatch(Spot::watched)
                        || (frame.before() != null && frame.before().watched())
                        || frame.setting().onlyHere() != null);
    }

    /** "Met the country's leaders": the country is the watched one when it was spoken of last. */
    private static void ofTheCountry(Frame frame, CueMatch trigger, Actor guest, List<Claim> claims) {
        Spot country = Places.antecedent(frame, trigger);
        boolean its = frame.sentence().cues().stream()
                .anyMatch(c -> c.cue() == Cue.THERE && c.start() >= trigger.end() && c.start() - trigger.end() <= 3);
        if (its && country != null && country.watched()) {
            add(claims, frame, trigger, guest, null, country, country.level(), PlaceSource.DISCOURSE);
        }
    }

    /** "... he said after his meeting with X": the one who was the subject last, in a report filed from the watched place. */
    private static @Nullable Actor droppedHost(Frame frame, CueMatch trigger) {
        Actor last = frame.discourse().lastSubject();
        boolean goesOn = trigger.cue() == Cue.MEET
                && trigger.tense() == Tense.NOW
                && frame.pack().order() == WordOrder.VSO
                && frame.dateline() != null
                && frame.dateline().watched();
        return goesOn && last != null && last.home() ? last : null;
    }

    /** "His proposal for a meeting of the parties": where nouns come before their owner, one named before is not at it. */
    private static boolean proposed(Frame frame, CueMatch trigger, Actor guest) {
        return frame.pack().order() == WordOrder.VSO && trigger.tense() == Tense.OPEN && guest.end() <= trigger.start();
    }

    /** "A meeting with Y": the one before the noun may be at it. */
    private static boolean joinedBy(Frame frame, CueMatch trigger) {
        return frame.has(EnumSet.of(Cue.WITH, Cue.IN, Cue.PREPOSITION), trigger.start() - 1, trigger.end() + 3);
    }

    /** Whether the sentence puts somebody into another country. */
    private static boolean goesAbroad(Frame frame) {
        return frame.spots().stream()
                .anyMatch(s -> s.level() == Spot.Level.ABROAD
                        && !s.loose()
                        && (s.role() == Spot.Role.TO || s.role() == Spot.Role.IN)
                        && !HostSeat.nextStop(frame, s));
    }

    /** Whether the sentence, or the one before, is about another country. */
    private static boolean abroadInSight(Frame frame) {
        boolean inSentence = frame.spots().stream()
                .anyMatch(s -> s.level() == Spot.Level.ABROAD
                        && !cameFrom(frame, s)
                        && !(s.role() == Spot.Role.NONE
                                && s.start() == frame.sentence().start()));
        boolean goesHome = frame.pack().order() == WordOrder.SOV
                && frame.spots().stream()
                        .anyMatch(s -> s.watched()
                                && s.role() == Spot.Role.TO
                                && frame.sentence().cues().stream()
                                        .anyMatch(c -> c.cue() == Cue.LEAVE && c.covers(s.start())));
        boolean said =
                goesHome || frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.THERE && ofAbroad(frame, c));
        return inSentence || said || (frame.before() != null && !frame.before().watched());
    }

    /** "X said after his meeting with Y and Z": several of the country, or one named with his office, are met where they serve. */
    private static boolean actsAsGuest(Frame frame, CueMatch trigger, Actor host, Actor guest) {
        if (!guest.has(Actor.Trait.NAMED) || guest.has(Actor.Trait.LAPSED)) {
            return false;
        }
        long hosts = frame.actors().stream()
                .filter(a -> a.home()
                        && (a.has(Actor.Trait.NAMED) || a.has(Actor.Trait.NATION_SAID))
                        && frame.clause(a.start()) == frame.clause(trigger.start()))
                .count();
        boolean elsewhere =
                frame.spots().stream().anyMatch(s -> s.level() == Spot.Level.ELSEWHERE && s.role() != Spot.Role.FROM);
        if (elsewhere) {
            return false;
        }
        boolean superior = RECEIVING.contains(String.valueOf(host.officeKind()));
        boolean calls = host.has(Actor.Trait.NAMED) && !HEADS.contains(String.valueOf(guest.officeKind()));
        return !host.has(Actor.Trait.COREFERENCE)
                && switch (frame.pack().order()) {
                    case SVO ->
                        trigger.tense() == Tense.NOW
                                && host.start() >= trigger.start()
                                && hosts > 1
                                && !guest.has(Actor.Trait.COREFERENCE);
                    case VSO -> trigger.tense() == Tense.NOW && host.start() >= trigger.start() && (hosts > 1 || calls);
                    case SOV ->
                        host.governed()
                                && (trigger.tense() == Tense.NOW
                                        ? hosts > 1 || calls
                                        : superior && !HEADS.contains(String.valueOf(guest.officeKind())));
                };
    }

    /** "Who came from Z": the place an arrival began at. */
    private static boolean cameFrom(Frame frame, Spot spot) {
        return spot.role() == Spot.Role.FROM
                && frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.ARRIVE && c.end() == spot.start());
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

    private static List<Actor> parties(Frame frame, CueMatch trigger) {
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

    private static @Nullable Actor guest(Frame frame, CueMatch trigger, List<Actor> parties) {
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

    /** Whether the one at home stands where the subject stands. */
    private static boolean hostActs(Frame frame, CueMatch trigger, Actor host, Actor guest) {
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

    private static void add(
            List<Claim> claims,
            Frame frame,
            CueMatch trigger,
            Actor guest,
            @Nullable Actor host,
            @Nullable Spot spot,
            Spot.Level level,
            PlaceSource source) {
        Rule rule = trigger.cue() == Cue.MEET ? Rule.MEETS : Rule.RECEIVED_BY_HOST;
        claims.add(ClaimMaker.make(frame, rule, trigger, guest, host, spot, level, source));
        for (Actor companion : Companions.of(frame, guest)) {
            claims.add(ClaimMaker.make(frame, rule, trigger, companion, null, spot, level, source));
        }
    }

    private static Claim reverse(Frame frame, CueMatch trigger, Actor host) {
        return ClaimMaker.make(frame, Rule.MEETS, trigger, host, null, null, Spot.Level.ABROAD, PlaceSource.HOST);
    }

    private static Claim reject(Frame frame, CueMatch trigger, Actor foreign, Actor host) {
        Claim claim =
                ClaimMaker.make(frame, Rule.MEETS, trigger, foreign, host, null, Spot.Level.COUNTRY, PlaceSource.HOST);
        return claim.rejection() != null
                ? claim
                : new Claim(
                        claim.rule(),
                        foreign,
                        host,
                        null,
                        claim.level(),
                        claim.source(),
                        claim.status(),
                        claim.old(),
                        new TreeSet<>(claim.features()),
                        Reason.NONOFFICIAL,
                        frame,
                        claim.at());
    }
}
