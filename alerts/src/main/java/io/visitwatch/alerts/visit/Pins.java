package io.visitwatch.alerts.visit;

import io.visitwatch.model.VisitReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an analyst decided about which reports belong together: wins over the clustering. */
final class Pins {
    private final Map<String, String> visitOf;

    /** Pins from report id to visit id. */
    Pins(Map<String, String> visitOf) {
        this.visitOf = visitOf;
    }

    List<List<VisitReport>> apply(List<List<VisitReport>> clusters) {
        Map<String, List<VisitReport>> pinned = new TreeMap<>();
        List<List<VisitReport>> visits = new ArrayList<>();
        for (List<VisitReport> cluster : clusters) {
            List<VisitReport> anchors =
                    cluster.stream().filter(r -> visitOf.containsKey(r.id())).toList();
            if (anchors.isEmpty()) {
                visits.add(cluster);
                continue;
            }
            for (VisitReport report : cluster) {
                pinned.computeIfAbsent(home(report, anchors), id -> new ArrayList<>())
                        .add(report);
            }
        }
        for (List<VisitReport> visit : pinned.values()) {
            visits.add(visit.stream().sorted(Claim.reportOrder()).toList());
        }
        return visits;
    }

    /** A report without a pin follows the pinned one it is most like: same visitor first, then nearest in time. */
    private String home(VisitReport report, List<VisitReport> anchors) {
        String own = visitOf.get(report.id());
        if (own != null) {
            return own;
        }
        VisitReport nearest = anchors.stream()
                .min(Comparator.comparing((VisitReport a) -> VisitorMatch.best(a, report))
                        .reversed()
                        .thenComparing(a -> Math.abs(a.eventTime().toEpochMilli()
                                - report.eventTime().toEpochMilli()))
                        .thenComparing(Claim.reportOrder()))
                .orElseThrow();
        return java.util.Objects.requireNonNull(visitOf.get(nearest.id()));
    }
}
