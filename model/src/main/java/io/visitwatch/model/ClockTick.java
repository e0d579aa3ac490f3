package io.visitwatch.model;

import java.time.Instant;
import java.util.Objects;

/**
 * It is now at least this late: time passes for the ledger by such records, never by a machine's clock.
 *
 * @param at the time, UTC
 */
public record ClockTick(Instant at) {
    public ClockTick {
        Objects.requireNonNull(at, "at");
    }
}
