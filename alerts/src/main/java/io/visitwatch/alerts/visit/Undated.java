package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places reports that nobody can date: with the visit of the same visitor whose articles make the same guess of the season (the
 * host's term of office, say); among several, with the one most told. What matches none is grouped by visitor and guess. An article
 * that guesses nothing goes to whatever visit of its one visitor is told most: nothing says that it is another one.
 */
final class Undated {
    private final List<Cluster> visits;

    Undated(List<Cluster> visits) {
        this.visits = new ArrayList<>(visits);
    }

    /** All visits, with the undated {@code claims} among them. */
    List<Cluster> cluster(List<Claim> claims) {
        for (Tier tier : Tier.values()) {
            grow(claims.stream()
                    .filter(c -> c.tier() == tier && !Claim.timeless(c.report()))
                    .toList());
        }
        grow(claims.stream().filter(c -> Claim.timeless(c.report())).toList());
        return visits;
    }

    private void grow(List<Claim> claims) {
        List<Runnable> joins = new ArrayList<>();
        List<Claim> rest = new ArrayList<>();
        for (Claim claim : claims) {
            home(claim).ifPresentOrElse(home -> joins.add(() -> home.add(claim)), () -> rest.add(claim));
        }
        joins.forEach(Runnable::run);
        Groups.linked(rest, Undated::linked).forEach(group -> visits.add(new Cluster(group)));
    }

    private Optional<Cluster> home(Claim claim) {
        String season = Claim.season(claim.report());
        return visits.stream()
                .filter(v -> v.match(claim).compareTo(Clustering.least(claim.tier())) >= 0
                        && (v.inSeason(season)
                                || (Claim.timeless(claim.report()) && v.tellsOf(Claim.who(claim.report())))))
                .min(Comparator.comparing((Cluster v) -> v.match(claim))
                        .reversed()
                        .thenComparing(Cluster::founders, Comparator.reverseOrder())
                        .thenComparing(Cluster.byFirstDay()));
    }

    private static boolean linked(Claim a, Claim b) {
        return Claim.season(a.report()).equals(Claim.season(b.report()))
                && VisitorMatch.best(a.report(), b.report()).compareTo(Clustering.least(a.tier())) >= 0;
    }
}
