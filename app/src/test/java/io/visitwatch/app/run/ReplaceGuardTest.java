package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplaceGuardTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void survivesFiveFailuresAndGivesUpAtTheSixth() {
        ReplaceGuard guard = new ReplaceGuard();
        for (int i = 0; i < 5; i++) {
            assertThat(guard.mayReplace(START.plusSeconds(i))).isTrue();
        }
        assertThat(guard.mayReplace(START.plusSeconds(6))).isFalse();
    }

    @Test
    void forgetsFailuresOfLongAgo() {
        ReplaceGuard guard = new ReplaceGuard();
        for (int i = 0; i < 50; i++) {
            assertThat(guard.mayReplace(START.plusSeconds(i * 150L))).isTrue();
        }
    }
}
