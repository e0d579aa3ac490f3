package io.visitwatch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeHeaderTest {
    private final RecordHeaders headers = new RecordHeaders();

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-01-20T09:15:00Z", "2026-01-20T09:15:00.123456789Z"})
    void whatIsPutIsReadToTheNanosecond(String time) {
        EventTimeHeader.put(headers, Instant.EPOCH);
        EventTimeHeader.put(headers, Instant.parse(time));
        assertThat(EventTimeHeader.of(headers)).isEqualTo(time);
        assertThat(headers.toArray()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-40T00:00:00Z", "1768900000"})
    void whatIsNoTimeSaysNothing(String value) {
        headers.add(EventTimeHeader.NAME, value.getBytes(StandardCharsets.UTF_8));
        assertThat(EventTimeHeader.of(headers)).isNull();
    }

    @Test
    void recordsOfOthersSayNothing() {
        assertThat(EventTimeHeader.of(headers)).isNull();
        headers.add(EventTimeHeader.NAME, null);
        assertThat(EventTimeHeader.of(headers)).isNull();
    }
}
