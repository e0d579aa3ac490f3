package io.visitwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.RecordSender;
import io.visitwatch.app.run.SourceRecords;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dead letters: what could not be read, why, and where it came from. */
@Command(name = "dlq", description = "List, show, retry and drop what could not be read.")
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

    @Command(
            name = "retry",
            description =
                    "Put the records behind dead letters into their topics once more, to be read by today's code.")
    int retry(
            @Parameters(arity = "0..*", paramLabel = "PARTITION@OFFSET", description = "As dlq list prints them.")
                    @Nullable List<String> chosen,
            @Option(names = "--stage", description = "All of this stage.") @Nullable String stage) {
        List<String> wanted = chosen == null ? List.of() : chosen;
        if (wanted.isEmpty() && stage == null) {
            throw new Refusal(ExitCode.USAGE, "dlq retry: say which, as dlq list prints them, or --stage");
        }
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        Set<String> ours = access.topics().all().stream().map(Topic::name).collect(Collectors.toSet());
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>();
        AtomicInteger left = new AtomicInteger();
        try (TopicReader reader = open(root)) {
            reader.readToEnd(entry -> {
                JsonNode letter = letter(entry);
                if (wanted.contains(where(entry))
                        || letter.path("stage").asText().equals(stage)) {
                    source(access, ours, letter).ifPresentOrElse(again::add, () -> {
                        left.incrementAndGet();
                        root.talk()
                                .warn(where(entry) + " cannot be tried again: "
                                        + Plain.line(letter.path("source").asText("?"))
                                        + " is no record of ours, or retention took it");
                    });
                }
                return true;
            });
        }
        RecordSender.send(access, again, BrokerOptions.PATIENCE);
        root.talk().say("%d record(s) put back, %d left", again.size(), left.get());
        return left.get() == 0 && !again.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static Optional<ProducerRecord<String, byte[]>> source(
            KafkaAccess access, Set<String> ours, JsonNode letter) {
        return SourceRecords.Place.parse(letter.path("source").asText())
                .filter(place -> ours.contains(place.partition().topic()))
                .flatMap(place -> SourceRecords.at(access, place, BrokerOptions.PATIENCE))
                .map(record -> new ProducerRecord<>(
                        record.topic(), null, null, record.key(), record.value(), record.headers()));
    }

    @Command(name = "drop", description = "Delete dead letters up to and with those named; there is no way back.")
    int drop(
            @Parameters(arity = "1..*", paramLabel = "PARTITION@OFFSET", description = "As dlq list prints them.")
                    List<String> chosen) {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        String topic = access.topics().deadLetters().name();
        List<SourceRecords.Place> places = chosen.stream()
                .map(text -> SourceRecords.Place.parse(topic + "-" + text)
                        .orElseThrow(() -> new Refusal(
                                ExitCode.USAGE, "'" + text + "' is no PARTITION@OFFSET: see ./visitwatch dlq list")))
                .toList();
        SourceRecords.deleteThrough(access, places, BrokerOptions.PATIENCE);
        root.talk().say("dead letters through %s deleted", String.join(", ", chosen));
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
