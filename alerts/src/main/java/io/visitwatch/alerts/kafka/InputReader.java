package io.visitwatch.alerts.kafka;

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
            to.forward(DeadLetters.unread(to, input, "record without a value"), deadLetters);
            return;
        }
        LedgerInput parsed;
        try {
            parsed = parser.parse(type(input), input.value());
        } catch (IOException | RuntimeException e) {
            // records check themselves when built, so a wrong field shows as an unchecked exception below Jackson
            Record<String, Object> dead = DeadLetters.unread(to, input, DeadLetters.words(e));
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
}
