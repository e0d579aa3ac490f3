package io.visitwatch.enrich.kafka;

import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.wire.CloudEventHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes dead letters of records that could not be read. */
final class DeadLetters {
    private static final String STAGE = "enrich";
    private static final int KEPT_BYTES = 64 * 1024;

    private DeadLetters() {}

    /** The letter for one input record, keyed like it, or by its place when it had no key. */
    static Record<String, Object> of(ProcessorContext<?, ?> context, Record<String, byte[]> input, String cause) {
        String source = context.recordMetadata()
                .map(m -> m.topic() + "-" + m.partition() + "@" + m.offset())
                .orElse("unknown");
        String key = input.key() == null ? source : input.key();
        byte[] value = input.value();
        DeadLetter letter = new DeadLetter(
                STAGE,
                cause,
                source,
                input.key(),
                value == null ? null : text(value),
                value == null ? null : sha256(value));
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.put(headers, "dead-letter", source, STAGE, key, Instant.ofEpochMilli(input.timestamp()));
        return new Record<>(key, letter, input.timestamp(), headers);
    }

    private static String text(byte[] value) {
        byte[] kept = value.length <= KEPT_BYTES ? value : Arrays.copyOf(value, KEPT_BYTES);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(kept))
                    .toString();
        } catch (CharacterCodingException e) {
            return "base64:" + Base64.getEncoder().encodeToString(kept); // as the record's contract says
        }
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
