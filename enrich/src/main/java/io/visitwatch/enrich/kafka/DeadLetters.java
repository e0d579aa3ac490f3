package io.visitwatch.enrich.kafka;

import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.TraceParent;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes dead letters of records that could not be read. */
final class DeadLetters {
    private static final String STAGE = "enrich";

    private DeadLetters() {}

    /** The letter for one input record, keyed like it, or by its place when it had no key. */
    static Record<String, Object> of(ProcessorContext<?, ?> context, Record<String, byte[]> input, String cause) {
        String source = context.recordMetadata()
                .map(m -> m.topic() + "-" + m.partition() + "@" + m.offset())
                .orElse("unknown");
        String key = input.key() == null ? source : input.key();
        DeadLetter letter = DeadLetter.of(STAGE, cause, source, input.key(), input.value());
        RecordHeaders headers = new RecordHeaders();
        TraceParent.follow(input.headers(), headers);
        CloudEventHeaders.put(headers, "dead-letter", source, STAGE, key, Instant.ofEpochMilli(input.timestamp()));
        return new Record<>(key, letter, input.timestamp(), headers);
    }
}
