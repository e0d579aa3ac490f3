package io.visitwatch.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    private final AtomicReference<Instant> wall = new AtomicReference<>(NOW);
    private final AtomicLong nanos = new AtomicLong(123);
    private final SteadyClock clock = new SteadyClock(wall::get, nanos::get);

    @Test
    void behaviour24GoesOnWhenTheWallClockIsSetBackADay() {
        wall.set(NOW.minus(Duration.ofDays(1)));
        nanos.addAndGet(Duration.ofMinutes(3).toNanos());
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(3)));
    }

    @Test
    void behaviour24FollowsTheWallClockForwardAfterASleep() {
        wall.set(NOW.plus(Duration.ofHours(8)));
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(8)));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(8)).plusSeconds(10));
    }
}
