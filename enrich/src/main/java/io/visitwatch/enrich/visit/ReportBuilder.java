package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.NameMatch;
import io.visitwatch.enrich.gazetteer.Office;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import io.visitwatch.model.Article;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Host;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes reports of findings: one per visit, with visitors, place, status, hosts and evidence. */
final class ReportBuilder {
    private static final int MOST_EVIDENCE = 3;
    private static final int UNKNOWN_RANK = 5;
    private static final String HEAD_OF_STATE = "head-of-state";
    private static final String PREMIER = "head-of-government";
    private static final int NATIONAL_RANK = 2;
    private static final char LAST_CASED = '\u058F';

    private final Scene scene;
    private final Article article;
    private final String language;
    private final String dataVersion;

    ReportBuilder(Scene scene, Article article, String language, String dataVersion) {
        this.scene = scene;
        this.article = article;
        this.language = language;
        this.dataVersion = dataVersion;
    }

    /**
     * The reports of one article.
     *
     * @param findings findings over the threshold; those whose claims share a sentence or a state make one visit
     * @param frames all sentences
     */
    List<VisitReport> build(List<Finding> findings, List<Frame> frames) {
        List<Actor> actors = frames.stream().flatMap(f -> f.actors().stream()).toList();
        Spot dateline = frames.stream()
                .map(Frame::dateline)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<List<Finding>> visits = new ArrayList<>();
        for (Finding finding : findings) {
            visits.stream()
                    .filter(visit -> visit.stream().anyMatch(f -> together(f, finding)))
                    .findFirst()
                    .ifPresentOrElse(visit -> visit.add(finding), () -> visits.add(new ArrayList<>(List.of(finding))));
        }
        visits.sort(Comparator.comparingDouble((List<Finding> v) -> -weight(v)));
        List<VisitReport> reports = new ArrayList<>();
        for (List<Finding> visit : visits) {
            reports.add(report(visit, reports.size(), actors, dateline, frames));
        }
        return reports;
    }

    private static double weight(List<Finding> visit) {
        return visit.stream().mapToDouble(Finding::confidence).max().orElse(0)
                + (visit.stream()
                                .anyMatch(f -> f.claims().stream()
                                        .anyMatch(c -> c.frame().title()))
                        ? 1
                        : 0);
    }

    private static boolean together(Finding a, Finding b) {
        if (a.visitor().country().equals(b.visitor().country())) {
            return true;
        }
        return a.claims().stream()
                .anyMatch(x -> b.claims().stream()
                        .anyMatch(y -> x.frame().sentence().equals(y.frame().sentence()) && x.at() == y.at()));
    }

    private VisitReport report(
            List<Finding> visit, int number, List<Actor> actors, @Nullable Spot dateline, List<Frame> frames) {
        List<Claim> claims = visit.stream().flatMap(f -> f.claims().stream()).toList();
        Finding best = visit.stream()
                .max(Comparator.comparingDouble(Finding::confidence))
                .orElseThrow();
        List<Visitor> visitors = visitors(visit, actors);
        VisitStatus status = Statuses.of(claims);
        VisitDates dates = ReportDates.of(claims, status, scene.day());
        boolean gathering = claims.stream().anyMatch(c -> c.rule() == Claim.Rule.GATHERS_THERE)
                || frames.stream()
                        .anyMatch(f -> f.title()
                                && f.inSentence(Cue.EVENT)
                                && f.spots().stream().anyMatch(Spot::watched));
        Set<String> rules = new java.util.TreeSet<>();
        claims.forEach(c -> rules.add(Findings.name(c.rule())));
        return new VisitReport(
                article.id() + "/" + article.revision() + "/" + scene.watch().id() + "/" + number,
                article.id(),
                article.revision(),
                article.url(),
                article.title(),
                article.outlet(),
                language,
                article.published(),
                article.firstSeen(),
                visitors,
                place(claims, dateline, frames),
                dates,
                status,
                hosts(claims, visitors),
                PurposeReader.read(claims),
                evidence(claims),
                List.copyOf(rules),
                best.confidence(),
                best.parts(),
                VisitKeys.key(scene, gathering ? null : visitors.get(0), scene.day(), actors),
                article.fingerprint(),
                article.syndicatedFrom(),
                article.backfill(),
                dataVersion);
    }

    private List<Visitor> visitors(List<Finding> visit, List<Actor> actors) {
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        for (Finding finding : visit) {
            Visitor visitor = visitor(named(finding.visitor(), actors));
            visitors.putIfAbsent(visitor.id(), visitor);
        }
        List<Visitor> sorted = new ArrayList<>(visitors.values());
        sorted.removeIf(v -> !v.named()
                && visitors.values().stream()
                        .anyMatch(o -> o.named() && o.country().equals(v.country())));
        sorted.sort(Comparator.comparingInt(Visitor::rank));
        return sorted;
    }

    /** The holder of an office as the article names him elsewhere; the actor himself when it does not. */
    private Actor named(Actor actor, List<Actor> actors) {
        Office office = actor.officeKind() == null ? null : scene.gazetteer().office(actor.officeKind());
        if (actor.name().isEmpty() && office == null && actor.has(Actor.Trait.VISITING)) {
            return theGuest(actor, actors);
        }
        if (office == null || !office.single()) {
            boolean one = actor.name().isEmpty() && actor.standing() == Actor.Standing.OFFICIAL;
            return one && !actor.has(Actor.Trait.NATION_LENT) ? theGuest(actor, actors) : actor;
        }
        if (!actor.name().isEmpty()) {
            return misread(actor) ? theHolder(actor, office, actors) : actor;
        }
        return holderAmong(actors, actor, office.kind())
                .or(() -> headless(actor, office) ? holderAmong(actors, actor, PREMIER) : Optional.empty())
                .orElse(actor);
    }

    private static Optional<Actor> holderAmong(List<Actor> actors, Actor unnamed, String kind) {
        return actors.stream()
                .filter(a -> !a.name().isEmpty() && kind.equals(a.officeKind()))
                .filter(a -> a.country().equals(unnamed.country()) && a.standing() == Actor.Standing.OFFICIAL)
                .findFirst();
    }

    /** "El presidente español": where nobody is head of state under that title, it is the premier's. */
    private boolean headless(Actor actor, Office office) {
        return office.kind().equals(HEAD_OF_STATE)
                && scene.day() != null
                && scene.gazetteer()
                        .holder(actor.country(), HEAD_OF_STATE, scene.day())
                        .isEmpty();
    }

    /** Whether the name is a guess in a script without capitals, where any word behind an office may look like one. */
    private static boolean misread(Actor actor) {
        return actor.personId() == null && actor.name().codePointAt(0) > LAST_CASED;
    }

    /** The holder of the office on the day if the article names him elsewhere: then the guess was some other word. */
    private Actor theHolder(Actor guessed, Office office, List<Actor> actors) {
        String holder = scene.day() == null
                ? null
                : scene.gazetteer()
                        .holder(guessed.country(), office.kind(), scene.day())
                        .map(m -> m.person().id())
                        .orElse(null);
        return actors.stream()
                .filter(a -> holder != null && holder.equals(a.personId()))
                .findFirst()
                .orElse(guessed);
    }

    /** "The American guest": the official of that state whom the article names, if it names no other. */
    private static Actor theGuest(Actor guest, List<Actor> actors) {
        List<Actor> named = actors.stream()
                .filter(a -> a.country().equals(guest.country()) && !a.name().isEmpty() && a.visitor())
                .toList();
        boolean one = named.stream().map(Actor::key).distinct().count() == 1;
        return one ? named.get(0) : guest;
    }

    private Visitor visitor(Actor actor) {
        Office office = actor.officeKind() == null ? null : scene.gazetteer().office(actor.officeKind());
        String id = actor.personId();
        String name = actor.name();
        if (id == null && name.isEmpty() && actor.officeKind() != null && scene.day() != null) {
            Person holder = scene.gazetteer()
                    .holder(actor.country(), actor.officeKind(), scene.day())
                    .map(NameMatch::person)
                    .orElse(null);
            id = holder == null ? null : holder.id();
            name = holder == null ? "" : holder.name();
        }
        String role = actor.role().isEmpty() ? null : actor.role();
        return new Visitor(
                id == null ? actor.key() : id,
                name,
                actor.country(),
                office == null ? (actor.standing() == Actor.Standing.GROUP ? "delegation" : null) : office.kind(),
                role,
                office == null ? UNKNOWN_RANK : office.rank());
    }

    /** Whether a sentence puts one of the visitors in the watched place, though no trigger says so. */
    private static boolean seen(Frame frame, List<Claim> claims) {
        return frame.spots().stream()
                .filter(s -> s.level() == Spot.Level.PLACE && !s.loose())
                .filter(s -> s.role() == Spot.Role.IN || s.role() == Spot.Role.TO)
                .anyMatch(s -> frame.actors().stream()
                        .anyMatch(a -> (frame.clause(a.start()) == frame.clause(s.start()) || s.role() == Spot.Role.TO)
                                && claims.stream()
                                        .anyMatch(c -> a.key()
                                                .equals(Objects.requireNonNull(c.mover())
                                                        .key()))));
    }

    /**
     * "Received by the prime minister": a national office has its seat in the watched place, unless another place is named or the
     * article itself says no more than the country ("visited Iraq and met the prime minister").
     */
    private boolean atHostsSeat(List<Claim> claims, List<Frame> frames) {
        if (countryAlone(claims, frames)) {
            return false;
        }
        boolean received = claims.stream()
                .filter(c -> c.source() == Claim.PlaceSource.HOST)
                .map(Claim::host)
                .anyMatch(h -> h != null && h.home() && national(h.officeKind()));
        return received
                && frames.stream()
                        .flatMap(f -> f.spots().stream())
                        .noneMatch(s -> s.level() == Spot.Level.ELSEWHERE && s.role() == Spot.Role.IN && !s.loose());
    }

    /** Whether the visit is said to be one to the country, nobody welcomes the visitor and no word names the watched place. */
    private static boolean countryAlone(List<Claim> claims, List<Frame> frames) {
        return claims.stream().anyMatch(c -> c.spot() != null && c.spot().level() == Spot.Level.COUNTRY)
                && claims.stream().noneMatch(c -> c.rule() == Claim.Rule.RECEIVED_BY_HOST)
                && frames.stream().flatMap(f -> f.spots().stream()).noneMatch(s -> s.level() == Spot.Level.PLACE);
    }

    private boolean national(@Nullable String kind) {
        Office office = kind == null ? null : scene.gazetteer().office(kind);
        return office != null && office.rank() <= NATIONAL_RANK;
    }

    private VisitPlace place(List<Claim> claims, @Nullable Spot dateline, List<Frame> frames) {
        Spot best = claims.stream()
                .map(Claim::spot)
                .filter(Objects::nonNull)
                .filter(s -> s != null && s.level() == Spot.Level.PLACE)
                .findFirst()
                .orElse(null);
        boolean filedHere = dateline != null && dateline.level() == Spot.Level.PLACE;
        String watch = scene.watch().id();
        if (best != null) {
            return new VisitPlace(watch, PlaceLevel.PLACE, best.id(), best.venue());
        }
        boolean spoken = frames.stream().anyMatch(f -> seen(f, claims));
        if (spoken
                || filedHere
                || atHostsSeat(claims, frames)
                || claims.stream().anyMatch(c -> c.level() == Spot.Level.PLACE)) {
            return new VisitPlace(watch, PlaceLevel.PLACE, watch, null);
        }
        return new VisitPlace(watch, PlaceLevel.COUNTRY, scene.countryPlace(), null);
    }

    /** Who received the visitors. An apposition can lend a host the name of his guest: then the office alone is told. */
    private List<Host> hosts(List<Claim> claims, List<Visitor> visitors) {
        Set<String> guests = visitors.stream().map(Visitor::name).collect(Collectors.toSet());
        Map<String, Host> hosts = new LinkedHashMap<>();
        for (Claim claim : claims) {
            Actor host = claim.host();
            if (host == null || !host.home()) {
                continue;
            }
            String name = guests.contains(host.name()) ? "" : host.name();
            if (!name.isEmpty() || host.officeKind() != null) {
                hosts.putIfAbsent(host.key(), new Host(host.key(), name, host.officeKind()));
            }
        }
        return List.copyOf(hosts.values());
    }

    private static List<Evidence> evidence(List<Claim> claims) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        for (Claim claim : claims) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(evidence(claim));
            }
        }
        return List.copyOf(evidence);
    }

    /** The sentence of a claim. */
    static Evidence evidence(Claim claim) {
        Section section = claim.frame().section();
        Sentence sentence = claim.frame().sentence();
        return new Evidence(
                section.name(),
                section.span(sentence.start(), sentence.end()),
                section.surface(sentence.start(), sentence.end()));
    }
}
