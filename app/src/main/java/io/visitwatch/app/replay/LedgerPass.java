package io.visitwatch.app.replay;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.LedgerResult;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ordered part of a replay: events in, alerts out as they come, visits collected in their last state. Time passes by one tick
 * at each midnight UTC between the events, as it does in the service.
 */
final class LedgerPass {
    private final VisitBook book;
    private final Consumer<String> alerts;
    private final EventSorter visits;
    private final Map<String, Visit> latest = new HashMap<>();
    private final Map<String, Long> changes = new TreeMap<>();
    private @Nullable Instant day;
    private long visitCount;

    /**
     * A pass that has seen nothing.
     *
     * @param alerts takes each alert as a line of JSON
     * @param visits takes each visit in its last state
     */
    LedgerPass(LedgerConfig config, Consumer<String> alerts, EventSorter visits) {
        this.book = new VisitBook(new VisitLedger(config));
        this.alerts = alerts;
        this.visits = visits;
    }

    /** Takes all events, in order, and then the days up to {@code end}. */
    void run(Iterator<String> events, @Nullable Instant end) throws IOException {
        while (events.hasNext()) {
            ReplayEvent event = ReplayEvent.parse(events.next());
            passTo(event.at());
            take(
                    event.report() != null
                            ? book.apply(event.report())
                            : book.apply(java.util.Objects.requireNonNull(event.reading())));
        }
        if (end != null) {
            passTo(end);
        }
        latest.values().forEach(this::keep);
        latest.clear();
    }

    /** Alerts by kind of change. */
    Map<String, Long> changes() {
        return changes;
    }

    /** Number of visits. */
    long visitCount() {
        return visitCount;
    }

    private void passTo(Instant at) {
        Instant today = at.truncatedTo(ChronoUnit.DAYS);
        if (day == null || day.equals(Instant.EPOCH)) {
            // Undated articles stand at the epoch: no need to count the days from there to the first dated one.
            day = today;
        }
        for (Instant next = day.plus(Duration.ofDays(1)); !next.isAfter(today); next = next.plus(Duration.ofDays(1))) {
            take(book.tick(next));
            day = next;
        }
    }

    private void take(LedgerResult result) {
        result.visits().forEach(visit -> latest.put(visit.id(), visit));
        for (Alert alert : result.alerts()) {
            changes.merge(alert.change().name(), 1L, Long::sum);
            alerts.accept(Json.write(alert));
        }
        for (String id : result.forgotten()) {
            Visit visit = latest.remove(id);
            if (visit != null) {
                keep(visit);
            }
        }
    }

    private void keep(Visit visit) {
        visitCount++;
        visits.add(new EventSorter.Event(ReplayEvent.key(visit.openedAt()) + visit.id(), Json.write(visit)));
    }
}
