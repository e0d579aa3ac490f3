package io.visitwatch.model.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The time an article stands at among others, beside its record: a reader that wants a part of a long archive leaves the rest out
 * without reading it. {@code ce_time} says when a record was written, which is another thing. An extension attribute in the sense of
 * CloudEvents; records of other writers do without.
 */
public final class EventTimeHeader {
    /** Name of the header; its value is an instant in UTC, ISO 8601. */
    public static final String NAME = "ce_eventtime";

    private EventTimeHeader() {}

    /** Puts the time of an article, replacing an earlier one. */
    public static void put(Headers headers, Instant eventTime) {
        headers.remove(NAME);
        headers.add(NAME, eventTime.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The time said; null when none is said, or none that can be read. */
    public static @Nullable Instant of(Headers headers) {
        Header header = headers.lastHeader(NAME);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return Instant.parse(new String(header.value(), StandardCharsets.ISO_8859_1));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
