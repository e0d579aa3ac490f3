package io.visitwatch.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock for schedules: runs with the machine's monotonic time, follows the wall clock forward (after a sleep, every feed is due
 * once) and never back (a corrected clock must not stop polling for a day).
 */
public final class SteadyClock implements InstantSource {
    private static final Duration DRIFT = Duration.ofSeconds(5);

    private final InstantSource wall;
    private final LongSupplier ticker;
    private Instant base;
    private long baseNanos;

    /**
     * A clock that starts at the wall's time.
     *
     * @param ticker monotonic nanoseconds
     */
    public SteadyClock(InstantSource wall, LongSupplier ticker) {
        this.wall = wall;
        this.ticker = ticker;
        this.base = wall.instant();
        this.baseNanos = ticker.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        long nanos = ticker.getAsLong();
        Instant steady = base.plusNanos(nanos - baseNanos);
        Instant stated = wall.instant();
        if (stated.isAfter(steady.plus(DRIFT))) {
            base = stated;
            baseNanos = nanos;
            return stated;
        }
        return steady;
    }
}
