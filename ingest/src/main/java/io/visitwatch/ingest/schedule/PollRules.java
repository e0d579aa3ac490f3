package io.visitwatch.ingest.schedule;

import java.time.Duration;

/**
 * How often feeds are polled.
 *
 * @param min shortest time between two polls of a feed
 * @param max longest time between two polls of a feed that answers
 * @param start time between polls while nothing is known of a feed
 * @param jitter part of the time added at random, 0.1 to 0.2 in practice
 */
public record PollRules(Duration min, Duration max, Duration start, double jitter) {
    public PollRules {
        if (min.isNegative() || min.isZero() || max.compareTo(min) < 0) {
            throw new IllegalArgumentException("ingest.poll: min must be positive and not above max");
        }
        if (start.compareTo(min) < 0 || start.compareTo(max) > 0) {
            throw new IllegalArgumentException("ingest.poll: start must lie between min and max");
        }
        if (!(jitter >= 0 && jitter <= 0.5)) {
            throw new IllegalArgumentException("ingest.poll: jitter must lie between 0 and 0.5");
        }
    }

    /** 5 minutes to 1 hour, 15 minutes at first, up to 20 % jitter. */
    public static PollRules standard() {
        return new PollRules(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofMinutes(15), 0.2);
    }

    Duration clamp(Duration time) {
        if (time.compareTo(min) < 0) {
            return min;
        }
        return time.compareTo(max) > 0 ? max : time;
    }
}
