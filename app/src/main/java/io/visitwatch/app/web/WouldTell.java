package io.visitwatch.app.web;

import io.visitwatch.alerts.route.Routing;
import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who would be told if reports were the first ever heard of their visits: through the same ledger and the same routes as the service,
 * over an empty book. What is told of visits that are known already depends on the book and is not asked here.
 */
final class WouldTell {
    private WouldTell() {}

    /** The decision for each receiver, the first that tells counting; none when the ledger would keep quiet. Pure. */
    static List<Routing.Decision> of(List<VisitReport> reports, Routing routing, Instant now) {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
        List<Alert> alerts = new ArrayList<>();
        reports.forEach(report -> alerts.addAll(book.apply(report).alerts()));
        Map<String, Routing.Decision> byReceiver = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            for (Routing.Decision decision : routing.decide(alert, List.of(), now)) {
                byReceiver.merge(
                        decision.target().receiver(),
                        decision,
                        (known, other) -> known.verdict().tells() ? known : other);
            }
        }
        return List.copyOf(byReceiver.values());
    }
}
