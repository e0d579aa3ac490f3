package io.visitwatch.app.run;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An analyst's verdict as a record of the commands topic. */
public final class CommandRecord {
    private CommandRecord() {}

    /**
     * The record of {@code command}.
     *
     * @param from part that took it, as the CloudEvents source names it
     */
    public static ProducerRecord<String, byte[]> of(Topics topics, Command command, String from) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                topics.commands().name(), command.visitId(), Json.write(command).getBytes(StandardCharsets.UTF_8));
        CloudEventHeaders.put(record.headers(), "command", command.id(), from, command.visitId(), command.at());
        return record;
    }
}
