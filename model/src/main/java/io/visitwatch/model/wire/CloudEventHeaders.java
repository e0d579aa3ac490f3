package io.visitwatch.model.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 attributes in Kafka's binary mode: headers {@code ce_*} beside a bare JSON value. */
public final class CloudEventHeaders {
    private CloudEventHeaders() {}

    /**
     * Puts the attributes of one event, replacing earlier ones.
     *
     * @param headers headers of the record to write
     * @param type kind of value ({@code alert}), becomes {@code io.visitwatch.alert.v1}
     * @param id stable id of the event
     * @param source part that wrote it ({@code alerts}), becomes {@code /visitwatch/alerts}
     * @param subject what it is about ({@code visit id})
     * @param time event time, UTC
     */
    public static void put(Headers headers, String type, String id, String source, String subject, Instant time) {
        set(headers, "ce_specversion", "1.0");
        set(headers, "ce_id", id);
        set(headers, "ce_source", "/visitwatch/" + source);
        set(headers, "ce_type", "io.visitwatch." + type + ".v1");
        set(headers, "ce_subject", subject);
        set(headers, "ce_time", time.toString());
        set(headers, "ce_dataschema", "urn:visitwatch:schema:" + type + ".v1");
        set(headers, "content-type", "application/json");
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
