package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import io.visitwatch.model.VisitReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places reports that nobody can date: with the visit of the same visitor whose articles make the same guess of the season (the
 * host's term of office, say); among several, with the one most told. What matches none is grouped by visitor and guess. An article
 * that guesses nothing goes to whatever visit of its one visitor is told most: nothing says that it is another one. So does one that
 * names an office alone, among the visits nobody can date either.
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
        return visits.stream()
                .filter(v -> match(v, claim) != VisitorMatch.NONE)
                .min(Comparator.comparing((Cluster v) -> match(v, claim))
                        .reversed()
                        .thenComparing(Cluster::founders, Comparator.reverseOrder())
                        .thenComparing(Cluster.byFirstDay()));
    }

    /** Whether all it says is the office of who came, and nothing of the time. */
    private static boolean office(Claim claim) {
        return claim.tier() == Tier.OFFICE && Claim.season(claim.report()).isEmpty();
    }

    /** How far a claim may tell of a visit; NONE as well when neither its guess nor its visitor says that it does. */
    private static VisitorMatch match(Cluster visit, Claim claim) {
        VisitReport report = claim.report();
        VisitorMatch people = visit.matchOfPeople(claim);
        boolean sameGuess = visit.hasKey(report.visitKey());
        if (sameGuess && Claim.ofGathering(report)) {
            return people.compareTo(VisitorMatch.OFFICE) < 0 ? VisitorMatch.OFFICE : people;
        }
        boolean enough = people.compareTo(Clustering.least(claim.tier())) >= 0;
        boolean sameTime = claim.tier() != Tier.DELEGATION && visit.inSeason(Claim.season(report));
        boolean any = Claim.timeless(report) && visit.tellsOf(Claim.who(report));
        any |= office(claim) && visit.undated();
        return enough && (sameGuess || sameTime || any) ? people : VisitorMatch.NONE;
    }

    private static boolean linked(Claim a, Claim b) {
        if (!Claim.sameGuess(a.report(), b.report())) {
            return false;
        }
        boolean sameKey = a.report().visitKey().equals(b.report().visitKey());
        if (sameKey && Claim.ofGathering(a.report())) {
            return true;
        }
        boolean vague = a.tier() == Tier.DELEGATION || b.tier() == Tier.DELEGATION;
        return (sameKey || !vague)
                && VisitorMatch.best(a.report(), b.report()).compareTo(Clustering.least(a.tier())) >= 0;
    }
}
