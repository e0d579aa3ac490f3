package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import io.visitwatch.model.VisitReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which reports tell of one visit: a function of the set of reports, whatever the order they came in.
 *
 * <p>First the reports that put somebody there ({@link Presences}), the well-named before the vague ones, so that "a Kuwaiti
 * delegation" joins a visit but never holds two visits together. Then the plans and denials ({@link Plans}), each with the next
 * visit after its publication. Reports that nobody can date ({@link Undated}) go by their own guess. What an analyst decided ({@link Pins}) comes last and wins.
 */
final class Clustering {
    private final LedgerConfig config;

    Clustering(LedgerConfig config) {
        this.config = config;
    }

    /**
     * Parts {@code reports} into visits, each in event order, visits in the order of their first report.
     *
     * @param reports reports of one watched place
     * @param pins report id to the visit an analyst put it in
     */
    List<List<VisitReport>> cluster(Collection<VisitReport> reports, Map<String, String> pins) {
        List<Claim> claims = new ArrayList<>();
        boolean gathered = reports.stream().anyMatch(Gathering::hub);
        for (VisitReport report : reports) {
            // where nobody gathers, nobody is a guest: spares reading the words of every report
            Gathering gathering = gathered ? Gathering.of(report) : Gathering.NONE;
            claims.add(Claim.of(report, config.zoneOf(report.place().watch()), gathering));
        }
        claims.sort(Claim.ORDER);
        List<Claim> dated = claims.stream().filter(c -> !c.undated()).toList();
        List<Cluster> presences = new Presences(config.gapDays()).cluster(dated);
        List<Cluster> visits = new Plans(config, presences).cluster(dated);
        if (dated.size() < claims.size()) {
            visits = new Undated(visits)
                    .cluster(claims.stream().filter(Claim::undated).toList());
        }
        List<List<VisitReport>> parted = new ArrayList<>();
        for (Cluster visit : visits) {
            parted.add(visit.reports());
        }
        List<List<VisitReport>> pinned = pins.isEmpty() ? parted : new Pins(pins).apply(parted);
        return pinned.stream()
                .sorted(Comparator.comparing(visit -> visit.get(0), Claim.reportOrder()))
                .toList();
    }

    /** Least match with which a claim of this tier may join a visit. */
    static VisitorMatch least(Tier tier) {
        return tier == Tier.DELEGATION ? VisitorMatch.DELEGATION : VisitorMatch.OFFICE;
    }
}
