package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.visit.Claim.PlaceSource;
import io.visitwatch.enrich.visit.Claim.Rule;
import io.visitwatch.model.NoVisit.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reception and meeting: somebody of the watched country and somebody from abroad, face to face. */
final class MeetingRules {
    private MeetingRules() {}

    /** Adds what a meeting claims. */
    static void read(Frame frame, CueMatch trigger, List<Claim> claims) {
        List<Actor> parties = MeetingParties.of(frame, trigger);
        Actor host = parties.stream().filter(Actor::home).findFirst().orElse(null);
        Actor guest = MeetingParties.guest(frame, trigger, parties, host);
        if (guest == null) {
            rejectOthers(frame, trigger, parties, host, claims);
            return;
        }
        if ((host == null || !MeetingParties.joinedBy(frame, trigger))
                && MeetingParties.proposed(frame, trigger, guest)) {
            return;
        }
        if (host != null && MeetingPlaces.receivesAbroad(frame, trigger, host, guest)) {
            claims.add(reverse(frame, trigger, host));
            return;
        }
        Optional<Places.Found> scene = MeetingPlaces.scene(frame, trigger, host, guest);
        if (scene.isPresent()) {
            Spot spot = scene.get().spot();
            Actor mover = spot.level() == Spot.Level.ABROAD && host != null ? host : guest;
            add(claims, frame, trigger, mover, host, spot, spot.level(), PlaceSource.CLAUSE);
            return;
        }
        host = host == null ? MeetingParties.droppedHost(frame, trigger) : host;
        if (host == null) {
            withoutHost(frame, trigger, guest, claims);
        } else if (host.standing() != Actor.Standing.RESIDENT && !MeetingPlaces.besideAnother(frame)) {
            withHost(frame, trigger, parties, host, guest, claims);
        }
    }

    /** Whom the host met is from abroad and no visitor: said, and refused. */
    private static void rejectOthers(
            Frame frame, CueMatch trigger, List<Actor> parties, @Nullable Actor host, List<Claim> claims) {
        if (host != null) {
            parties.stream()
                    .filter(Actor::foreign)
                    .findFirst()
                    .ifPresent(foreign -> claims.add(reject(frame, trigger, foreign, host)));
        }
    }

    /** A meeting whose host nobody names: the place it was filed from, or the country spoken of, is his. */
    private static void withoutHost(Frame frame, CueMatch trigger, Actor guest, List<Claim> claims) {
        if (MeetingPlaces.receivedWhereFiled(frame, trigger)) {
            Spot filed = Objects.requireNonNull(frame.dateline());
            add(claims, frame, trigger, guest, null, null, filed.level(), PlaceSource.DATELINE);
        } else if (MeetingPlaces.nationless(frame, trigger)) {
            add(claims, frame, trigger, guest, null, null, Spot.Level.COUNTRY, PlaceSource.HOST);
        } else {
            ofTheCountry(frame, trigger, guest, claims);
        }
    }

    /** A meeting with a host and without a place of its own. */
    private static void withHost(
            Frame frame, CueMatch trigger, List<Actor> parties, Actor host, Actor guest, List<Claim> claims) {
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
        atHostsSeat(frame, trigger, parties, host, guest, claims);
    }

    /** Whether the host was met where he serves, by who acts, by where the news was filed and by what was spoken of before. */
    private static void atHostsSeat(
            Frame frame, CueMatch trigger, List<Actor> parties, Actor host, Actor guest, List<Claim> claims) {
        boolean homeReceives = MeetingParties.hostActs(frame, trigger, host, guest);
        Spot filed = frame.dateline();
        boolean filedAbroad = filed != null && filed.level() == Spot.Level.ABROAD;
        if ((trigger.cue() == Cue.RECEIVE && !homeReceives) || (trigger.cue() == Cue.RECEIVED && homeReceives)) {
            claims.add(reverse(frame, trigger, host));
        } else if (trigger.cue() == Cue.MEET && MeetingPlaces.atHome(frame, trigger)) {
            add(claims, frame, trigger, guest, host, null, Spot.Level.COUNTRY, PlaceSource.HOST);
        } else if (trigger.cue() != Cue.MEET
                || (filed != null && filed.watched() && !MeetingPlaces.goesAbroad(frame))) {
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
        } else if (((homeReceives || MeetingPlaces.actsAsGuest(frame, trigger, host, guest))
                        && !filedAbroad
                        && !MeetingPlaces.abroadInSight(frame))
                || HostSeat.implied(frame, guest, parties)) {
            add(claims, frame, trigger, guest, host, null, Spot.Level.COUNTRY, PlaceSource.HOST);
        }
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
