package io.visitwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dead letters: what could not be read, why, and where it came from. */
@Command(name = "dlq", description = "List and show what could not be read.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class DlqCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Override
    public void run() {
        list(null, false);
    }

    @Command(name = "list", description = "One line for each dead letter; exit code 6 when there are any.")
    int list(
            @Option(names = "--stage", description = "Only of this stage: ingest, enrich, alerts.") @Nullable String stage,
            @Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        AtomicInteger count = new AtomicInteger();
        try (TopicReader reader = open(root)) {
            reader.readToEnd(entry -> {
                JsonNode letter = letter(entry);
                if (stage == null || stage.equals(letter.path("stage").asText())) {
                    count.incrementAndGet();
                    root.out().println(json ? line(entry, letter) : text(entry, letter));
                }
                return !root.out().checkError();
            });
        }
        root.talk().say("%d dead letter(s)", count.get());
        return count.get() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    @Command(name = "show", description = "Print one dead letter with its input.")
    int show(@Parameters(paramLabel = "PARTITION@OFFSET", description = "As dlq list prints it.") String where) {
        Visitwatch root = Visitwatch.of(spec);
        AtomicInteger count = new AtomicInteger();
        try (TopicReader reader = open(root)) {
            reader.readToEnd(entry -> {
                if (where(entry).equals(where)) {
                    count.incrementAndGet();
                    root.out().println(letter(entry).toPrettyString());
                }
                return count.get() == 0;
            });
        }
        if (count.get() == 0) {
            throw new Refusal(ExitCode.USAGE, "no dead letter " + where + ": list them with ./visitwatch dlq list");
        }
        return ExitCode.OK;
    }

    private TopicReader open(Visitwatch root) {
        KafkaAccess access = broker.access(root);
        return TopicReader.open(access, access.topics().deadLetters().name(), BrokerOptions.PATIENCE);
    }

    private static JsonNode letter(ConsumerRecord<String, byte[]> entry) {
        JsonNode tree = AlertsCommand.tree(entry.value());
        return tree == null ? Json.mapper().createObjectNode() : tree;
    }

    private static String where(ConsumerRecord<String, byte[]> entry) {
        return entry.partition() + "@" + entry.offset();
    }

    private static String line(ConsumerRecord<String, byte[]> entry, JsonNode letter) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", where(entry));
        line.put("letter", letter);
        return Json.write(line);
    }

    private static String text(ConsumerRecord<String, byte[]> entry, JsonNode letter) {
        return String.join(
                "  ",
                where(entry),
                Plain.line(letter.path("stage").asText("?")),
                Plain.line(letter.path("source").asText("?")),
                Plain.line(letter.path("cause").asText("?")));
    }
}
