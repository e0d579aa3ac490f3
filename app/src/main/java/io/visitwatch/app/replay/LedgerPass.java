package io.visitwatch.app.replay;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.LedgerResult;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.model.Visit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The ordered part of a replay in process: steps in, alerts out as they come, visits in their last state. */
final class LedgerPass implements PassingTime.Steps {
    private final VisitBook book;
    private final ReplayResults results;
    private final Map<String, Visit> latest = new HashMap<>();

    LedgerPass(LedgerConfig config, ReplayResults results) {
        this.book = new VisitBook(new VisitLedger(config));
        this.results = results;
    }

    @Override
    public void event(ReplayEvent event) {
        take(event.report() != null ? book.apply(event.report()) : book.apply(Objects.requireNonNull(event.reading())));
    }

    @Override
    public void tick(Instant midnight) {
        take(book.tick(midnight));
    }

    /** No more steps: hands on the visits that are still open. */
    void end() {
        latest.values().forEach(results::visit);
        latest.clear();
    }

    private void take(LedgerResult result) {
        result.visits().forEach(visit -> latest.put(visit.id(), visit));
        result.alerts().forEach(results::alert);
        for (String id : result.forgotten()) {
            Visit visit = latest.remove(id);
            if (visit != null) {
                results.visit(visit);
            }
        }
    }
}
