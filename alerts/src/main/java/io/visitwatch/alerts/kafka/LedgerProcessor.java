package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.LedgerEntry;
import io.visitwatch.alerts.visit.LedgerResult;
import io.visitwatch.alerts.visit.PastVisit;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the book in memory, and every change of it in the stores within the same transaction. The book is read back from the
 * stores whenever the task starts, so that after an aborted transaction it holds what was committed and nothing else.
 */
final class LedgerProcessor implements Processor<String, Object, String, Object> {
    private static final String TIME = "clock";

    private final LedgerConfig config;
    private final AlertMeters meters;
    private @Nullable State state;

    LedgerProcessor(LedgerConfig config, AlertMeters meters) {
        this.config = config;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        state = new State(context, new VisitBook(new VisitLedger(config)), meters);
    }

    @Override
    public void process(Record<String, Object> input) {
        Objects.requireNonNull(state).process(input);
    }

    /** What a started task holds. */
    private static final class State {
        private final ProcessorContext<String, Object> context;
        private final VisitBook book;
        private final AlertMeters meters;
        private final KeyValueStore<String, LedgerEntry> entries;
        private final KeyValueStore<String, PastVisit> history;
        private final KeyValueStore<String, String> clock;

        State(ProcessorContext<String, Object> context, VisitBook book, AlertMeters meters) {
            this.context = context;
            this.meters = meters;
            this.book = book;
            entries = context.getStateStore(AlertsTopology.ENTRIES_STORE);
            history = context.getStateStore(AlertsTopology.HISTORY_STORE);
            clock = context.getStateStore(AlertsTopology.CLOCK_STORE);
            String time = clock.get(TIME);
            book.restore(time == null ? Instant.EPOCH : Instant.parse(time), all(entries), all(history));
        }

        void process(Record<String, Object> input) {
            LedgerInput event = (LedgerInput) input.value();
            String refusal = event.refusal(book);
            if (!refusal.isEmpty()) {
                context.forward(DeadLetters.refused(context, input, event.said(), refusal), AlertsTopology.DEAD_SINK);
                return;
            }
            Instant before = book.clock();
            LedgerResult result = event.applyTo(book);
            if (!result.clock().equals(before)) {
                clock.put(TIME, result.clock().toString());
            }
            for (LedgerEntry entry : result.entries()) {
                store(entry);
                Visit visit = entry.visit();
                String eventId = visit.id() + "-" + visit.version();
                context.forward(
                        CloudEvents.record(visit.id(), visit, "visit", eventId, visit.updatedAt(), input),
                        AlertsTopology.VISITS_SINK);
            }
            result.forgotten().forEach(entries::delete);
            for (Alert alert : result.alerts()) {
                meters.told(alert);
                context.forward(
                        CloudEvents.record(alert.visit().id(), alert, "alert", alert.id(), alert.at(), input),
                        AlertsTopology.ALERTS_SINK);
            }
            if (!result.alerts().isEmpty() && event instanceof LedgerInput.Reported reported) {
                meters.told(reported.report(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
            }
        }

        private void store(LedgerEntry entry) {
            String id = entry.id();
            entries.put(id, entry);
            Optional<PastVisit> past = book.past(id);
            if (past.isPresent()) {
                history.put(id, past.get());
            } else {
                history.delete(id);
            }
        }

        private static <V> List<V> all(KeyValueStore<String, V> store) {
            List<V> values = new ArrayList<>();
            try (KeyValueIterator<String, V> stored = store.all()) {
                stored.forEachRemaining(pair -> values.add(pair.value));
            }
            return values;
        }
    }
}
