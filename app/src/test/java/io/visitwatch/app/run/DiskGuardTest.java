package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskGuardTest {
    private static final long GB = 1L << 30;
    private static final long MB = 1L << 20;

    @Test
    void keepsATenthOfASmallDiskAndHalfAGigabyteOfALargeOne() {
        assertThat(DiskGuard.reserve(64 * MB)).isEqualTo(64 * MB / 10);
        assertThat(DiskGuard.reserve(1000 * GB)).isEqualTo(512 * MB);
    }

    @Test
    void pausesUnderTheReserveAndGoesOnOnlyWellAboveIt() {
        assertThat(DiskGuard.mustPause(false, 513 * MB, 100 * GB)).isFalse();
        assertThat(DiskGuard.mustPause(false, 511 * MB, 100 * GB)).isTrue();
        assertThat(DiskGuard.mustPause(true, 600 * MB, 100 * GB)).isTrue();
        assertThat(DiskGuard.mustPause(true, 641 * MB, 100 * GB)).isFalse();
    }
}
