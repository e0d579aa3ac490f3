package io.visitwatch.alerts.visit;

import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims that tell of one visit, while the clustering is at work. */
final class Cluster {
    private final List<Claim> claims = new ArrayList<>();
    private final Map<Visitor, Visitor> visitors = new LinkedHashMap<>();
    private final boolean hub;
    private final int founders;
    private final Set<String> seasons;
    private final Set<String> keys;
    private final Set<String> alone;
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    Cluster(List<Claim> founders) {
        this.founders = founders.size();
        this.seasons = founders.stream().map(c -> Claim.season(c.report())).collect(Collectors.toSet());
        this.keys = founders.stream().map(c -> c.report().visitKey()).collect(Collectors.toSet());
        this.alone = founders.stream()
                .filter(c -> c.report().visitors().size() == 1)
                .map(c -> Claim.who(c.report()))
                .collect(Collectors.toSet());
        hub = founders.stream().anyMatch(c -> c.gathering() == Gathering.HUB);
        for (Claim claim : founders) {
            add(claim);
            first = claim.from().isBefore(first) ? claim.from() : first;
            last = claim.to().isAfter(last) ? claim.to() : last;
            for (Visitor visitor : claim.report().visitors()) {
                // words of the text differ between articles and do not matter for matching
                Visitor bare = new Visitor(
                        visitor.id(), visitor.name(), visitor.country(), visitor.officeKind(), null, visitor.rank());
                visitors.putIfAbsent(bare, bare);
            }
        }
    }

    /** Adds a claim that belongs here without letting it widen the cluster: only founders say when and who. */
    void add(Claim claim) {
        claims.add(claim);
    }

    /** First day of presence. */
    LocalDate first() {
        return first;
    }

    /** Last day of presence. */
    LocalDate last() {
        return last;
    }

    List<Claim> claims() {
        return claims;
    }

    List<VisitReport> reports() {
        return claims.stream().sorted(Claim.ORDER).map(Claim::report).toList();
    }

    /** Number of claims that founded it. */
    int founders() {
        return founders;
    }

    /** Whether an article that founded it makes this guess of the time. */
    boolean inSeason(String season) {
        return !season.isEmpty() && seasons.contains(season);
    }

    /** Whether an article that founded it has this grouping key: of the same visitor, or gathering, at the same time. */
    boolean hasKey(String visitKey) {
        return keys.contains(visitKey);
    }

    /** Whether an article that founded it tells of this visitor alone. */
    boolean tellsOf(String who) {
        return !hub && alone.contains(who);
    }

    /** Whether nobody can date any of those that founded it. */
    boolean undated() {
        return claims.stream().limit(founders).allMatch(Claim::undated);
    }

    /** The claim that founded it. */
    Claim founder() {
        return claims.get(0);
    }

    /** How far the claim's visitors, or the gathering it tells of, may be this visit's. */
    VisitorMatch match(Claim claim) {
        VisitorMatch people = matchOfPeople(claim);
        boolean oneEvent = hub && claim.gathering() != Gathering.NONE;
        return oneEvent && people.compareTo(VisitorMatch.OFFICE) < 0 ? VisitorMatch.OFFICE : people;
    }

    /** How far the claim's visitors may be this visit's, whatever they came for. */
    VisitorMatch matchOfPeople(Claim claim) {
        VisitorMatch best = VisitorMatch.NONE;
        for (Visitor mine : visitors.keySet()) {
            for (Visitor theirs : claim.report().visitors()) {
                VisitorMatch match = VisitorMatch.of(mine, theirs);
                if (match.compareTo(best) > 0) {
                    best = match;
                }
            }
        }
        return best;
    }

    static Comparator<Cluster> byFirstDay() {
        return Comparator.comparing(Cluster::first).thenComparing(Cluster::founder, Claim.ORDER);
    }
}
