package io.visitwatch.model.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The W3C header {@code traceparent} on records: one trace from the article that ingest stores to the alert it causes. Tools that
 * follow traces read it; nothing here depends on it.
 */
public final class TraceParent {
    /** Name of the header. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private TraceParent() {}

    /**
     * Begins a trace. The same {@code seed} gives the same trace, so that a write tried again stays one trace.
     *
     * @param headers headers of the record to write; an earlier trace is replaced
     * @param seed what the trace is about, as the id of the event
     */
    public static void begin(Headers headers, String seed) {
        byte[] digest = digest(seed);
        HexFormat hex = HexFormat.of();
        String value = "00-" + hex.formatHex(digest, 0, TRACE_BYTES) + "-"
                + hex.formatHex(digest, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES) + "-01";
        headers.remove(HEADER);
        headers.add(HEADER, value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Carries the trace of the record that was read on to one written because of it; what has not the standard's form is left. */
    public static void follow(Headers read, Headers written) {
        Header trace = read.lastHeader(HEADER);
        if (trace != null
                && trace.value() != null
                && FORM.matcher(new String(trace.value(), StandardCharsets.ISO_8859_1))
                        .matches()) {
            written.remove(HEADER);
            written.add(HEADER, trace.value());
        }
    }

    private static byte[] digest(String seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
