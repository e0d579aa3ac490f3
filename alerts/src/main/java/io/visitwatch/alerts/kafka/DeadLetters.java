package io.visitwatch.alerts.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes dead letters of records the alerts topology could not read or apply. */
final class DeadLetters {
    private static final String STAGE = "alerts";

    private DeadLetters() {}

    /** The letter for a record that was never parsed. */
    static Record<String, Object> unread(ProcessorContext<?, ?> context, Record<String, byte[]> input, String cause) {
        return letter(context, input, cause, input.value());
    }

    /** The letter for a record that says something impossible. */
    static Record<String, Object> refused(
            ProcessorContext<?, ?> context, Record<String, ?> input, Object said, String cause) {
        return letter(context, input, cause, Json.write(said).getBytes(StandardCharsets.UTF_8));
    }

    private static Record<String, Object> letter(
            ProcessorContext<?, ?> context, Record<String, ?> input, String cause, byte[] value) {
        String source = context.recordMetadata()
                .map(m -> m.topic() + "-" + m.partition() + "@" + m.offset())
                .orElse("unknown");
        String key = input.key() == null ? source : input.key();
        DeadLetter letter = DeadLetter.of(STAGE, cause, source, input.key(), value);
        return CloudEvents.record(key, letter, "dead-letter", source, input);
    }

    /** One line that names the cause without Jackson's location block. */
    static String words(Exception e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        String line = message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
        return "cannot be read: " + line;
    }
}
