package io.visitwatch.alerts.kafka;

import io.visitwatch.model.DeadLetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Parses one topic's bytes for the ledger; what does not parse becomes a dead letter in the same transaction. */
final class InputReader implements Processor<String, byte[], String, Object> {
    private final Parser parser;
    private final String next;
    private final String deadLetters;
    private @Nullable ProcessorContext<String, Object> context;

    /** Sends what {@code parser} reads to the node {@code next}, the rest to {@code deadLetters}. */
    InputReader(Parser parser, String next, String deadLetters) {
        this.parser = parser;
        this.next = next;
        this.deadLetters = deadLetters;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> input) {
        ProcessorContext<String, Object> to = java.util.Objects.requireNonNull(context);
        if (input.value() == null) {
            to.forward(DeadLetters.of(to, input, "record without a value"), deadLetters);
            return;
        }
        LedgerInput parsed;
        try {
            parsed = parser.parse(type(input), input.value());
        } catch (IOException | RuntimeException e) {
            // records check themselves when built, so a wrong field shows as an unchecked exception below Jackson
            Record<String, Object> dead = DeadLetters.of(to, input, DeadLetters.words(e));
            to.forward(dead, deadLetters);
            return;
        }
        to.forward(input.withValue(parsed), next);
    }

    private static String type(Record<String, byte[]> input) {
        return Optional.ofNullable(input.headers().lastHeader("ce_type"))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Reads one value, given the CloudEvents type in its header (empty when it has none). */
    interface Parser {
        LedgerInput parse(String type, byte[] bytes) throws IOException;
    }

    /** Dead letters of this module. */
    static final class DeadLetters {
        private static final int KEPT_BYTES = 64 * 1024;

        private DeadLetters() {}

        static Record<String, Object> of(ProcessorContext<?, ?> context, Record<String, ?> input, String cause) {
            String source = context.recordMetadata()
                    .map(m -> m.topic() + "-" + m.partition() + "@" + m.offset())
                    .orElse("unknown");
            byte[] bytes = input.value() instanceof byte[] b ? b : new byte[0];
            String value = bytes.length == 0 ? null : text(bytes);
            DeadLetter letter = new DeadLetter(
                    "alerts", cause, source, input.key(), value, bytes.length == 0 ? null : sha256(bytes));
            String key = input.key() == null ? source : input.key();
            return CloudEvents.record(key, letter, "dead-letter", source, input);
        }

        private static String text(byte[] bytes) {
            byte[] kept = bytes.length <= KEPT_BYTES ? bytes : java.util.Arrays.copyOf(bytes, KEPT_BYTES);
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(java.nio.ByteBuffer.wrap(kept))
                        .toString();
            } catch (java.nio.charset.CharacterCodingException e) {
                // not UTF-8: kept as Base64, as the record's contract says
                return "base64:" + java.util.Base64.getEncoder().encodeToString(kept);
            }
        }

        private static String sha256(byte[] bytes) {
            try {
                return java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(bytes));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        /** One line that names the cause without Jackson's location block. */
        static String words(Exception e) {
            String message = e instanceof com.fasterxml.jackson.core.JsonProcessingException json
                    ? json.getOriginalMessage()
                    : e.getMessage();
            String line = message == null
                    ? e.getClass().getSimpleName()
                    : message.lines().findFirst().orElse("");
            return "cannot be read: " + line;
        }
    }
}
