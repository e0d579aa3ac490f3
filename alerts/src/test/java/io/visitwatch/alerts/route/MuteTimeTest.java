package io.visitwatch.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteTimeTest {
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");
    private static final MuteTime NIGHT =
            new MuteTime("night", Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), BAGHDAD);
    private static final MuteTime NOON =
            new MuteTime("noon", Set.of(), LocalTime.of(12, 0), LocalTime.of(13, 0), BAGHDAD);

    /** 2026-11-20 is a Friday; Baghdad is three hours ahead of UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T18:59:59Z, false, 2026-11-20T18:59:59Z",
        "2026-11-20T19:00:00Z, true, 2026-11-21T03:00:00Z",
        "2026-11-21T02:59:59Z, true, 2026-11-21T03:00:00Z",
        "2026-11-21T03:00:00Z, false, 2026-11-21T03:00:00Z",
        "2026-11-21T19:00:00Z, false, 2026-11-21T19:00:00Z",
        "2026-11-20T02:00:00Z, false, 2026-11-20T02:00:00Z"
    })
    void aNightBelongsToTheDayItBegan(Instant now, boolean holds, Instant end) {
        assertThat(NIGHT.holds(now)).isEqualTo(holds);
        assertThat(NIGHT.endAfter(now)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T08:59:59Z, false",
        "2026-11-18T09:00:00Z, true",
        "2026-11-18T09:59:59Z, true",
        "2026-11-18T10:00:00Z, false"
    })
    void withoutDaysItHoldsEveryDay(Instant now, boolean holds) {
        assertThat(NOON.holds(now)).isEqualTo(holds);
    }
}
