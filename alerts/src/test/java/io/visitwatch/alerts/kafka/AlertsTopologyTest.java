package io.visitwatch.alerts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.visit.LedgerEntry;
import io.visitwatch.alerts.visit.Reports;
import io.visitwatch.model.Alert;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topic;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTopologyTest {
    private final Topics topics = Topics.standard();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> reports;
    private TestInputTopic<String, byte[]> commands;
    private TestInputTopic<String, byte[]> clock;
    private TestOutputTopic<String, Alert> alerts;
    private TestOutputTopic<String, Visit> visits;
    private TestOutputTopic<String, DeadLetter> dead;

    @BeforeEach
    void start() {
        open();
    }

    private void open() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "alerts-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(
                new AlertsTopology(
                                topics, new AlertsConfig(AlertsConfig.standard().ledger(), true), meters)
                        .get(),
                config);
        reports = input(topics.visitReports());
        commands = input(topics.commands());
        clock = input(topics.clock());
        alerts = output(topics.alerts());
        visits = output(topics.visits());
        dead = output(topics.deadLetters());
    }

    private TestInputTopic<String, byte[]> input(Topic<String, ?> topic) {
        return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static byte[] json(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private void report(VisitReport report) {
        reports.pipeInput(report.head().country(), json(report));
    }

    private static Reports zarif(String article) {
        return Reports.of(article).visitor("Q1", "Mohammad Javad Zarif", "IR", "foreign-minister");
    }

    @Test
    void countsAndTimesWhatItTellsAndCarriesTheTrace() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        TestRecord<String, byte[]> told = new TestRecord<>(
                "IR", json(zarif("a").published("2013-09-06").on("2013-09-06").build()));
        told.headers().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
        reports.pipeInput(told);
        TestRecord<String, Alert> alert = alerts.readRecord();
        assertThat(new String(alert.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .isEqualTo(trace);
        assertThat(meters.get("visitwatch.alerts")
                        .tag("change", "new_visit")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("visitwatch.alert.latency").timer().count()).isEqualTo(1);
    }

    @Test
    void tellsAVisitOnceAndThenOnlyWhatChanged() {
        report(zarif("a")
                .published("2013-09-06")
                .status(VisitStatus.ANNOUNCED)
                .on("2013-09-08")
                .build());
        report(zarif("b").published("2013-09-08").on("2013-09-08").build());
        List<Alert> told = alerts.readValuesToList();
        assertThat(told)
                .extracting(Alert::change)
                .containsExactly(VisitChange.NEW_VISIT, VisitChange.STATUS_CHANGED, VisitChange.CONFIRMED);
        assertThat(told)
                .extracting(a -> a.visit().id())
                .containsOnly(told.get(0).visit().id());
        assertThat(visits.readKeyValuesToMap()).hasSize(1);
    }

    @Test
    void carriesCloudEventsHeadersWithTheAlertsId() {
        report(zarif("a").published("2013-09-08").build());
        TestRecord<String, Alert> told = alerts.readRecord();
        assertThat(told.key()).isEqualTo(told.value().visit().id());
        assertThat(new String(told.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo(told.value().id());
        assertThat(new String(told.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("io.visitwatch.alert.v1");
    }

    @Test
    void sendsWhatItCannotReadToTheDeadLettersAndGoesOn() {
        reports.pipeInput("IR", "{\"id\":".getBytes(StandardCharsets.UTF_8));
        reports.pipeInput("IR", "{\"id\":\"x\",\"visitors\":[]}".getBytes(StandardCharsets.UTF_8));
        reports.pipeInput("IR", null);
        reports.pipeInput("IR", new byte[] {(byte) 0xff, 1});
        report(zarif("a").published("2013-09-08").build());
        List<DeadLetter> letters = dead.readValuesToList();
        assertThat(letters).hasSize(4).allSatisfy(l -> {
            assertThat(l.stage()).isEqualTo("alerts");
            assertThat(l.source()).startsWith("visitwatch.visit-reports.v1-0@");
            assertThat(l.cause()).doesNotContain("\n");
        });
        assertThat(letters.get(3).value()).startsWith("base64:");
        assertThat(alerts.readValuesToList()).hasSize(1);
    }

    @Test
    void refusesACommandForAnUnknownVisitWithOneLine() {
        Command command = Command.reject("c1", "no-such-visit", Instant.parse("2020-01-01T00:00:00Z"), "ann", null);
        commands.pipeInput("no-such-visit", json(command));
        assertThat(dead.readValue().cause()).contains("no open visit no-such-visit");
    }

    @Test
    void appliesAnAnalystsRejectionAndKeepsItSilentAfterwards() {
        report(zarif("a").published("2013-09-08").build());
        String id = alerts.readValue().visit().id();
        commands.pipeInput(
                id, json(Command.reject("c1", id, Instant.parse("2013-09-08T12:00:00Z"), "ann", "a namesake")));
        assertThat(alerts.readValuesToList()).extracting(Alert::change).containsExactly(VisitChange.RETRACTED);
        report(zarif("b").published("2013-09-09").build());
        assertThat(alerts.readValuesToList()).isEmpty();
    }

    @Test
    void withdrawsAClaimThatTheNextRevisionNoLongerMakes() {
        report(zarif("a").published("2013-09-08").build());
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", Topics.READING_TYPE.getBytes(StandardCharsets.UTF_8));
        ArticleReading reading =
                new ArticleReading("a", 1, List.of(), Instant.parse("2013-09-08T15:00:00Z"), false, "test-data");
        reports.pipeInput(new TestRecord<>("a", json(reading), headers));
        assertThat(alerts.readValuesToList())
                .extracting(Alert::change)
                .containsExactly(VisitChange.NEW_VISIT, VisitChange.RETRACTED);
    }

    @Test
    void saysThatAPlanIsOverdueWhenTheClockPassesItsDays() {
        report(zarif("a")
                .published("2013-09-06")
                .status(VisitStatus.ANNOUNCED)
                .on("2013-09-08")
                .build());
        clock.pipeInput("clock", json(new ClockTick(Instant.parse("2013-09-20T00:00:00Z"))));
        List<Alert> told = alerts.readValuesToList();
        assertThat(told).extracting(Alert::change).containsExactly(VisitChange.NEW_VISIT, VisitChange.OVERDUE);
        assertThat(told.get(1).at()).isEqualTo(Instant.parse("2013-09-10T21:00:00Z"));
    }

    @Test
    void keepsItsShapeSoThatStoresSurviveAnUpgrade() throws Exception {
        String golden = new String(
                getClass().getResourceAsStream("alerts-topology.txt").readAllBytes(), StandardCharsets.UTF_8);
        String shape = new AlertsTopology(topics, AlertsConfig.standard(), meters)
                .get()
                .describe()
                .toString();
        assertThat(shape.strip()).isEqualTo(golden.strip());
    }

    @Test
    void keepsEveryVisitInAStore() {
        report(zarif("a").published("2013-09-08").build());
        String id = alerts.readValue().visit().id();
        assertThat(driver.<String, LedgerEntry>getKeyValueStore(AlertsTopology.ENTRIES_STORE)
                        .get(id)
                        .visit()
                        .head()
                        .name())
                .isEqualTo("Mohammad Javad Zarif");
    }
}
