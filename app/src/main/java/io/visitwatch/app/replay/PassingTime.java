package io.visitwatch.app.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Events in order, and between them one tick at each midnight UTC: the steps a ledger is led through, the same in process and through
 * topics. Pure: nothing but the events decides.
 */
public final class PassingTime {
    private @Nullable Instant day;

    /** Takes the steps. */
    public interface Steps {
        /** Something was reported. */
        void event(ReplayEvent event);

        /** Time has passed to {@code midnight}. */
        void tick(Instant midnight);
    }

    /** Leads {@code steps} through all events, each in the form of {@link ReplayEvent#parse}, and the days up to {@code end}. */
    public static void run(Iterator<String> events, @Nullable Instant end, Steps steps) {
        PassingTime time = new PassingTime();
        while (events.hasNext()) {
            ReplayEvent event = ReplayEvent.parse(events.next());
            time.passTo(event.at(), steps);
            steps.event(event);
        }
        if (end != null) {
            time.passTo(end, steps);
        }
    }

    private void passTo(Instant at, Steps steps) {
        Instant today = at.truncatedTo(ChronoUnit.DAYS);
        if (day == null || day.equals(Instant.EPOCH)) {
            // Undated articles stand at the epoch: no need to count the days from there to the first dated one.
            day = today;
        }
        for (Instant next = day.plus(Duration.ofDays(1)); !next.isAfter(today); next = next.plus(Duration.ofDays(1))) {
            steps.tick(next);
            day = next;
        }
    }
}
