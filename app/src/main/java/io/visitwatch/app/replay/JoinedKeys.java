package io.visitwatch.app.replay;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.LedgerResult;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.model.VisitReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which visit the ledger joins each claim to, when it is told all claims of many documents in the order of their time. A document
 * alone cannot say whether it tells of the visit of last month or of a new one.
 */
public final class JoinedKeys implements Closeable {
    private final EventSorter events;

    /** No claims yet; those that memory does not hold are kept in {@code folder}. */
    public JoinedKeys(Path folder) {
        this.events = new EventSorter(folder, "claims", EventSorter.BUDGET);
    }

    /** Takes the claims of one document. */
    public void add(List<VisitReport> reports) {
        reports.forEach(report -> events.add(ReplayEvent.of(report).line()));
    }

    /** The id of the visit by the id of each claim that belongs to one in the end. Call once. */
    public Map<String, String> join(LedgerConfig rules) throws IOException {
        Pass pass = new Pass(new VisitBook(new VisitLedger(rules)));
        PassingTime.run(events.sorted(), null, pass);
        return pass.visitOf;
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    private record Pass(VisitBook book, Map<String, String> visitOf) implements PassingTime.Steps {
        Pass(VisitBook book) {
            this(book, new HashMap<>());
        }

        @Override
        public void event(ReplayEvent event) {
            take(book.apply(Objects.requireNonNull(event.report(), "only claims were added")));
        }

        @Override
        public void tick(Instant midnight) {
            take(book.tick(midnight));
        }

        private void take(LedgerResult result) {
            result.visits().forEach(visit -> visit.sources().forEach(s -> visitOf.put(s.reportId(), visit.id())));
        }
    }
}
