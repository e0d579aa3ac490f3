package io.visitwatch.alerts.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.kafka.AlertsConfig;
import io.visitwatch.alerts.kafka.AlertsTopology;
import io.visitwatch.alerts.scenario.ScenarioRun.Input;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every story through one topology, one after the other: the same alerts, byte for byte, as the ledger in memory tells. */
class ScenarioTopologyTest {
    private final Topics topics = Topics.standard();

    @TempDir
    Path state;

    @Test
    void tellsEveryStoryAsTheLedgerInMemoryDoes() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "stories");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        AlertsConfig alertsConfig = new AlertsConfig(AlertsConfig.standard().ledger(), true);
        try (TopologyTestDriver driver = new TopologyTestDriver(
                new AlertsTopology(topics, alertsConfig, new SimpleMeterRegistry()).get(), config)) {
            TestOutputTopic<String, Alert> alerts = driver.createOutputTopic(
                    topics.alerts().name(),
                    topics.alerts().keys().deserializer(),
                    topics.alerts().values().deserializer());
            for (ScenarioRun run : ScenarioRun.all()) {
                for (int step = 0; step < run.inputs().size(); step++) {
                    send(driver, run.inputs().get(step));
                    assertThat(told(alerts, run.watch()))
                            .as(run.scenario().story() + ", step " + (step + 1))
                            .isEqualTo(run.told().get(step).stream()
                                    .map(Json::write)
                                    .toList());
                }
            }
        }
    }

    private void send(TopologyTestDriver driver, Input input) {
        RecordHeaders headers = new RecordHeaders();
        if (input.kind() == ScenarioRun.Kind.READING) {
            headers.add("ce_type", Topics.READING_TYPE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        driver.createInputTopic(topic(topics, input), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(input.key(), bytes(input), headers));
    }

    static byte[] bytes(Input input) {
        return Json.write(input.value()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static String topic(Topics topics, Input input) {
        return switch (input.kind()) {
            case REPORT, READING -> topics.visitReports().name();
            case COMMAND -> topics.commands().name();
            case CLOCK -> topics.clock().name();
        };
    }

    /** Alerts of one story alone: time that passes in it makes plans of earlier stories overdue. */
    private static List<String> told(TestOutputTopic<String, Alert> alerts, String watch) {
        List<String> told = new ArrayList<>();
        for (Alert alert : alerts.readValuesToList()) {
            if (alert.visit().place().watch().equals(watch)) {
                told.add(Json.write(alert));
            }
        }
        return told;
    }
}
