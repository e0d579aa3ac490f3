package io.visitwatch.alerts.visit;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one step changed.
 *
 * @param clock the ledger's time after the step
 * @param entries visits to be stored, in the order they changed; the last of one id counts
 * @param forgotten ids of visits whose reports are no longer kept
 * @param alerts what is worth telling, in order
 */
public record LedgerResult(Instant clock, List<LedgerEntry> entries, List<String> forgotten, List<Alert> alerts) {
    public LedgerResult {
        entries = List.copyOf(entries);
        forgotten = List.copyOf(forgotten);
        alerts = List.copyOf(alerts);
    }

    static LedgerResult nothing(Instant clock) {
        return new LedgerResult(clock, List.of(), List.of(), List.of());
    }

    /** The changed visits. */
    public List<Visit> visits() {
        return entries.stream().map(LedgerEntry::visit).toList();
    }

    /** This step followed by {@code next}. */
    LedgerResult then(LedgerResult next) {
        return new LedgerResult(
                next.clock,
                joined(entries, next.entries),
                joined(forgotten, next.forgotten),
                joined(alerts, next.alerts));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
