package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Office;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says whether people who meet without a word of where do so at the seat of the one at home. */
final class HostSeat {
    private static final int UNKNOWN_RANK = 5;
    private static final int HEARER_REACH = 2;
    private static final int LANDING_REACH = 2;

    private HostSeat() {}

    /**
     * "X met Iraq's premier and its speaker", "minister X met the premier": several hosts at once do not travel together, and a
     * guest of lower rank goes to his host; else the article as a whole must take place there.
     */
    static boolean implied(Frame frame, Actor guest, List<Actor> parties) {
        List<Actor> hosts = parties.stream()
                .filter(a -> a.country().equals(frame.scene().home()) && receives(a))
                .toList();
        if (hosts.isEmpty() || outside(frame)) {
            return false;
        }
        long offices = hosts.stream()
                .map(Actor::officeKind)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        int best = hosts.stream().mapToInt(a -> rank(frame, a)).min().orElse(UNKNOWN_RANK);
        return offices > 1
                || hosts.stream().anyMatch(a -> a.standing() == Actor.Standing.GROUP)
                || guest.has(Actor.Trait.VISITING)
                || (best == 1 && rank(frame, guest) > 1)
                || (frame.pack().order() == WordOrder.SVO && frame.setting().onlyHere() != null);
    }

    /** Somebody in office, or "Iraqi officials": a delegation may be anywhere. */
    private static boolean receives(Actor host) {
        boolean officials = host.standing() == Actor.Standing.GROUP
                && host.has(Actor.Trait.NATION_SAID)
                && !"delegation".equals(host.officeKind())
                && !"member-of-parliament".equals(host.officeKind())
                && !"envoy".equals(host.officeKind());
        return host.standing() == Actor.Standing.OFFICIAL || officials;
    }

    /** "Told visiting X that": whoever is called a guest beside somebody at home is with him. */
    static void guests(Frame frame, List<Claim> claims) {
        for (Actor guest : frame.actors()) {
            Actor host = guest.visitor() && guest.has(Actor.Trait.VISITING) ? hostOf(frame, guest) : null;
            if (host != null && !outside(frame)) {
                CueMatch here = new CueMatch(Cue.MEET, Tense.NOW, guest.start(), guest.end());
                claims.add(ClaimMaker.make(
                        frame, Rule.RECEIVED_BY_HOST, here, guest, host, null, Spot.Level.COUNTRY, PlaceSource.HOST));
            }
        }
    }

    /** "X told Iraq's premier that": the one at home whom the words of somebody from abroad are spoken to. */
    static void told(Frame frame, CueMatch say, List<Claim> claims) {
        Actor speaker = frame.pack().order() == WordOrder.SVO && say.tense() == Tense.NOW
                ? SubjectFinder.find(frame, say)
                : null;
        Actor hearer = frame.actors().stream()
                .filter(a -> a.start() >= say.end() && a.start() - say.end() <= HEARER_REACH)
                .findFirst()
                .orElse(null);
        if (speaker == null || hearer == null || speaker.home() == hearer.home()) {
            return;
        }
        Actor guest = speaker.home() ? hearer : speaker;
        Actor host = speaker.home() ? speaker : hearer;
        boolean spokenTo = frame.pack().countryBefore() || hearer.governed();
        boolean comes = (spokenTo && !speaker.home()) || hearer.has(Actor.Trait.VISITING);
        if (comes && guest.visitor() && implied(frame, guest, List.of(host))) {
            claims.add(
                    ClaimMaker.make(frame, Rule.MEETS, say, guest, host, null, Spot.Level.COUNTRY, PlaceSource.HOST));
        }
    }

    /** The first free actor of the sentence when he is at home, or the one at home when the guest himself comes first. */
    private static @Nullable Actor hostOf(Frame frame, Actor guest) {
        Actor first =
                frame.actors().stream().filter(a -> !a.governed()).findFirst().orElse(guest);
        if (!first.home() && !first.equals(guest)) {
            return null;
        }
        return frame.actors().stream()
                .filter(a -> a.country().equals(frame.scene().home()) && a.standing() == Actor.Standing.OFFICIAL)
                .findFirst()
                .orElse(null);
    }

    /** Beside a gathering held somewhere, or in an article filed from or put into another place. */
    static boolean outside(Frame frame) {
        Spot filed = frame.dateline();
        Spot before = frame.before();
        return frame.inSentence(Cue.ASIDE)
                || (filed != null && filed.level() == Spot.Level.ABROAD)
                || (before != null && !before.watched())
                || frame.spots().stream()
                        .anyMatch(s -> !s.watched()
                                && !s.loose()
                                && (s.role() != Spot.Role.NONE || s.level() == Spot.Level.ELSEWHERE)
                                && !nextStop(frame, s));
    }

    /** "Met X, in the city of Y": where a sentence puts whatever it tells, when it names neither the watched place nor a next stop. */
    static @Nullable Spot elsewhere(Frame frame, CueMatch trigger) {
        if (frame.spots().stream().anyMatch(Spot::watched)) {
            return null;
        }
        return frame.spots().stream()
                .filter(s -> s.level() == Spot.Level.ELSEWHERE && !s.loose())
                .filter(s -> (s.role() == Spot.Role.IN && s.start() >= trigger.end()) || landedAt(frame, s))
                .filter(s -> frame.sentence().cues().stream()
                        .noneMatch(c -> (c.cue() == Cue.GO || c.cue() == Cue.VISIT || c.cue() == Cue.EVENT)
                                && c.start() >= trigger.end()
                                && c.end() <= s.start()))
                .findFirst()
                .orElse(null);
    }

    /** "On his arrival at Y airport": the place right behind a word of arrival that tells when somebody was welcomed. */
    private static boolean landedAt(Frame frame, Spot spot) {
        return spot.role() != Spot.Role.FROM
                && frame.sentence().cues().stream()
                        .anyMatch(c -> c.cue() == Cue.ARRIVE
                                && c.tense() == Tense.NOW
                                && c.end() <= spot.start()
                                && spot.start() - c.end() <= LANDING_REACH);
    }

    /** "Met the premier before heading to Z": where a later clause takes somebody next is not where the meeting was. */
    static boolean nextStop(Frame frame, Spot spot) {
        return spot.role() == Spot.Role.TO
                && frame.clause(spot.start()) > 0
                && frame.sentence().cues().stream()
                        .anyMatch(c -> (c.cue() == Cue.GO || c.cue() == Cue.ARRIVE || c.cue() == Cue.LEAVE)
                                && c.end() <= spot.start()
                                && frame.clause(c.start()) == frame.clause(spot.start())
                                && frame.sentence().cues().stream()
                                        .anyMatch(b -> b.cue() == Cue.CLAUSE
                                                && b.end() <= c.start()
                                                && c.start() - b.end() <= 1));
    }

    private static int rank(Frame frame, Actor actor) {
        Office office =
                actor.officeKind() == null ? null : frame.scene().gazetteer().office(actor.officeKind());
        return office == null ? UNKNOWN_RANK : office.rank();
    }
}
