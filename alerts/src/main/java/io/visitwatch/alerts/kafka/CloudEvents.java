package io.visitwatch.alerts.kafka;

import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.TraceParent;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Output records with CloudEvents headers. */
final class CloudEvents {
    private CloudEvents() {}

    /** A record about {@code key} with an event id, stamped like the input that caused it. */
    static Record<String, Object> record(String key, Object value, String type, String id, Record<?, ?> input) {
        return record(key, value, type, id, Instant.ofEpochMilli(input.timestamp()), input);
    }

    /** The same with the event time known from the value. */
    static Record<String, Object> record(
            String key, Object value, String type, String id, Instant at, Record<?, ?> input) {
        RecordHeaders headers = new RecordHeaders();
        TraceParent.follow(input.headers(), headers);
        CloudEventHeaders.put(headers, type, id, "alerts", key, at);
        return new Record<>(key, value, input.timestamp(), headers);
    }
}
