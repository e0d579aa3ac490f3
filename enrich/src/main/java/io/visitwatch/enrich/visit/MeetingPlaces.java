package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a meeting was: what says that it was at the host's seat, and what puts it elsewhere. */
final class MeetingPlaces {
    /** Who is called upon as often as he calls on others. */
    private static final Set<String> HEADS =
            Set.of("head-of-state", "monarch", "head-of-government", "crown-prince", "pope", "secretary-general");

    /** Who receives more often than he calls on those below him. */
    private static final Set<String> RECEIVING = Set.of("head-of-state", "head-of-government", "speaker");

    private static final int GUEST_REACH = 2;
    private static final int PEOPLE_REACH = 6;

    private MeetingPlaces() {}

    /** The place the sentence gives the meeting, if any. */
    static Optional<Places.Found> scene(Frame frame, CueMatch trigger, @Nullable Actor host, Actor guest) {
        Optional<Places.Found> scene = Places.scene(frame, trigger.start()).or(() -> Places.within(frame, trigger));
        return scene.isPresent() || host != null
                ? scene
                : hostingPlace(frame, trigger, guest).or(() -> peopleThere(frame, trigger, guest));
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
    static boolean receivedWhereFiled(Frame frame, CueMatch trigger) {
        return trigger.cue() == Cue.RECEIVE
                && trigger.tense() == Tense.NOW
                && frame.sentence().index() == 0
                && frame.dateline() != null
                && frame.dateline().watched()
                && frame.spots().stream().noneMatch(s -> s.level() == Spot.Level.ABROAD);
    }

    /** "The premier received X": in an article of the watched place alone, a ruler whose state nobody needs to say is its own. */
    static boolean nationless(Frame frame, CueMatch trigger) {
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

    /** "On the sidelines of the assembly": the meeting is where the gathering is, which is here only if all the article is. */
    static boolean besideAnother(Frame frame) {
        return frame.inSentence(Cue.ASIDE) && frame.setting().onlyHere() == null;
    }

    /** "X received Iraq's premier", "the premier ağırlayan X": the foreign subject has the other as a guest, whatever place is named further on. */
    static boolean receivesAbroad(Frame frame, CueMatch trigger, Actor host, Actor guest) {
        boolean before = frame.pack().order() == WordOrder.SVO
                && guest.end() <= trigger.start()
                && host.start() >= trigger.end();
        boolean described = frame.pack().order() == WordOrder.SOV
                && guest.start() == trigger.end()
                && frame.actors().stream().anyMatch(a -> a.home() && a.governed() && a.end() <= trigger.start());
        return trigger.cue() == Cue.RECEIVE && !guest.governed() && (before || described);
    }

    /** "Met the premier in the capital": where the host is at home, the place spoken of is his. */
    static boolean atHome(Frame frame, CueMatch trigger) {
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

    /** Whether the sentence puts somebody into another country. */
    static boolean goesAbroad(Frame frame) {
        return frame.spots().stream()
                .anyMatch(s -> s.level() == Spot.Level.ABROAD
                        && !s.loose()
                        && (s.role() == Spot.Role.TO || s.role() == Spot.Role.IN)
                        && !HostSeat.nextStop(frame, s));
    }

    /** Whether the sentence, or the one before, is about another country. */
    static boolean abroadInSight(Frame frame) {
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

    /** "Who came from Z": the place an arrival began at. */
    private static boolean cameFrom(Frame frame, Spot spot) {
        return spot.role() == Spot.Role.FROM
                && frame.sentence().cues().stream().anyMatch(c -> c.cue() == Cue.ARRIVE && c.end() == spot.start());
    }

    /** "X said after his meeting with Y and Z": several of the country, or one named with his office, are met where they serve. */
    static boolean actsAsGuest(Frame frame, CueMatch trigger, Actor host, Actor guest) {
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
}
