package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.replay.Archives;
import io.visitwatch.app.run.CommandRecord;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Part;
import io.visitwatch.app.run.RecordSender;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people at a desk do from the command line to a running service: verdicts on visits, and dead letters mended. */
class DeskIT {
    private static final Instant NOW = Instant.parse("2024-02-01T09:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static List<VisitReport> reports = List.of();

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
        Enricher enricher = Enricher.create(EnrichConfig.standard());
        reports = Archives.articles(24).stream()
                .filter(article -> article.revision() == 0)
                .flatMap(article -> enricher.enrich(article).reports().stream())
                .toList();
        assertThat(reports).hasSizeGreaterThan(4);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theLedgerKeepsToEveryVerdictGivenOnTheCommandLine() throws Exception {
        try (Desk desk = new Desk("verdicts")) {
            reports.forEach(desk::send);
            patiently().until(() -> desk.visits().size() >= 2);
            String id = desk.visits().get(0).path("id").asText();
            String other = desk.visits().get(1).path("id").asText();

            desk.run("visits", "confirm", id, "--by", "Rana", "--note", "seen at the airport")
                    .ended(ExitCode.OK);
            patiently()
                    .until(() -> desk.visit(id).path("confirmed").asBoolean() && desk.notes(id, "seen at the airport"));
            String visitor = desk.visit(id).at("/visitors/0/id").asText();
            desk.run("visits", "rename", id, visitor, "Ada Nord", "--by", "Rana")
                    .ended(ExitCode.OK);
            patiently()
                    .until(() -> desk.visit(id).at("/visitors/0/name").asText().equals("Ada Nord"));
            desk.run("visits", "silence", id, "--until", "2024-03-01T00:00:00Z").ended(ExitCode.OK);
            patiently()
                    .until(() -> desk.visit(id).path("silencedUntil").asText().startsWith("2024-03-01"));
            desk.run("visits", "merge", id, other).ended(ExitCode.OK);
            patiently()
                    .until(() -> desk.visit(other).path("mergedInto").asText().equals(id));
            String report = desk.visit(id).at("/sources/0/reportId").asText();
            int known = desk.visits().size();
            desk.run("visits", "split", id, report).ended(ExitCode.OK);
            patiently().until(() -> desk.visits().size() == known + 1);
            desk.run("visits", "reject", id).ended(ExitCode.OK);
            patiently().until(() -> desk.visit(id).path("retracted").asBoolean());

            assertThat(desk.run("visits", "confirm", "nobody")
                            .ended(ExitCode.USAGE)
                            .err())
                    .contains("no visit nobody");
            assertThat(desk.run("visits", "split", other, "nothing")
                            .ended(ExitCode.USAGE)
                            .err())
                    .contains("has no report nothing");
            desk.run("dlq", "list").ended(ExitCode.OK);
        }
    }

    @Test
    void aDeadLetterIsReadAgainOnceItsCauseIsMendedAndDroppedThen() throws Exception {
        try (Desk desk = new Desk("letters")) {
            String id = idOf(reports.get(0));
            desk.send(Command.confirm("c1", id, NOW, "Rana", "early bird"));
            patiently().until(() -> desk.run("dlq", "list").code() == ExitCode.PARTIAL);
            assertThat(desk.run("dlq", "list", "--stage", "alerts", "--json").out())
                    .contains("no open visit " + id)
                    .contains(desk.access.topics().commands().name() + "-0@0");
            assertThat(desk.run("dlq", "show", "0@0").ended(ExitCode.OK).out()).contains("early bird");

            desk.send(reports.get(0));
            patiently().until(() -> !desk.visits().isEmpty());
            assertThat(desk.visit(id).path("notes")).isEmpty();
            assertThat(desk.run("dlq", "retry", "0@0").ended(ExitCode.OK).err()).contains("1 record(s) put back");
            patiently().until(() -> desk.notes(id, "early bird"));

            desk.send(new DeadLetter("ingest", "no feed", "https://a.example/feed", null, null, null));
            assertThat(desk.run("dlq", "retry", "--stage", "ingest")
                            .ended(ExitCode.PARTIAL)
                            .err())
                    .contains("https://a.example/feed is no record of ours")
                    .contains("0 record(s) put back, 1 left");
            desk.run("dlq", "retry").ended(ExitCode.USAGE);
            desk.run("dlq", "drop", "here").ended(ExitCode.USAGE);

            desk.run("dlq", "drop", "0@0").ended(ExitCode.OK);
            assertThat(desk.run("dlq", "list").ended(ExitCode.PARTIAL).out())
                    .contains("no feed")
                    .doesNotContain("no open visit");
            desk.run("dlq", "show", "0@0").ended(ExitCode.USAGE);
            String last = desk.run("dlq", "list").out().split(" ", 2)[0];
            desk.run("dlq", "drop", last).ended(ExitCode.OK);
            desk.run("dlq", "list").ended(ExitCode.OK);
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(300));
    }

    /** The id that the visit of this report alone has, on any machine. */
    private static String idOf(VisitReport report) {
        return new VisitBook(new VisitLedger(LedgerConfig.standard()))
                .apply(report)
                .entries()
                .get(0)
                .id();
    }

    /** An installation with the part alerts, whose clock stands still. */
    private static final class Desk implements AutoCloseable {
        private final Path config;
        private final KafkaAccess access;
        private final Service service;

        Desk(String prefix) throws Exception {
            config = Files.writeString(
                    folder.resolve(prefix + ".yaml"),
                    "kafka: {bootstrap.servers: '" + broker.bootstrapServers() + "', prefix: " + prefix
                            + ", partitions: 1}\n");
            LoadedConfig loaded = new ConfigLoader(name -> null).load(config);
            service = Service.start(
                    ServiceOptions.of(loaded, EnumSet.of(Part.alerts), folder.resolve(prefix)), () -> NOW);
            access = service.access();
        }

        Ran run(String... args) {
            return Ran.run(config, args);
        }

        void send(VisitReport report) {
            send(access.topics().visitReports().name(), report.head().country(), report);
        }

        void send(Command command) {
            RecordSender.send(
                    access, List.of(CommandRecord.of(access.topics(), command, "test")), Duration.ofSeconds(20));
        }

        void send(DeadLetter letter) {
            send(access.topics().deadLetters().name(), letter.source(), letter);
        }

        private void send(String topic, String key, Object value) {
            byte[] bytes = Json.write(value).getBytes(StandardCharsets.UTF_8);
            RecordSender.send(access, List.of(new ProducerRecord<>(topic, key, bytes)), Duration.ofSeconds(20));
        }

        List<JsonNode> visits() {
            return run("visits", "list", "--json")
                    .ended(ExitCode.OK)
                    .out()
                    .lines()
                    .map(DeskIT::parse)
                    .toList();
        }

        JsonNode visit(String id) {
            return parse(run("visits", "show", id).ended(ExitCode.OK).out());
        }

        boolean notes(String id, String words) {
            return visit(id).path("notes").toString().contains(words);
        }

        @Override
        public void close() {
            service.close();
        }
    }

    private static JsonNode parse(String text) {
        try {
            return Objects.requireNonNull(Json.mapper().readTree(text));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
