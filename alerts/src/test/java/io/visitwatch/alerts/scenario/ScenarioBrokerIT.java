package io.visitwatch.alerts.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.kafka.AlertsConfig;
import io.visitwatch.alerts.kafka.AlertsTopology;
import io.visitwatch.alerts.scenario.ScenarioRun.Input;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every story through a real broker, exactly once, with the stores lost in the middle: the same alerts as the ledger in memory
 * tells, none missing and none twice.
 */
class ScenarioBrokerIT {
    private final Topics topics = new Topics("stories");

    @TempDir
    Path folder;

    @Test
    void tellsEveryStoryAsTheLedgerInMemoryDoesThoughTheStoresAreLost() throws Exception {
        List<ScenarioRun> runs = ScenarioRun.all();
        int half = runs.size() / 2;
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")))) {
            Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (TopicAdmin admin = TopicAdmin.open(client, topics, TopicLayout.single(1))) {
                admin.ensure(Duration.ofMinutes(1));
            }
            try (KafkaConsumer<String, Alert> consumer = consumer(client)) {
                List<Alert> told = new ArrayList<>();
                send(client, runs.subList(0, half));
                runUntil(client, "first", consumer, told, runs.get(half - 1));
                send(client, runs.subList(half, runs.size()));
                runUntil(client, "second", consumer, told, runs.get(runs.size() - 1));
                check(runs, told);
            }
        }
    }

    private void send(Map<String, Object> client, List<ScenarioRun> runs) throws Exception {
        Map<String, Object> config = new HashMap<>(client);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (ScenarioRun run : runs) {
                for (Input input : run.inputs()) {
                    ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                            ScenarioTopologyTest.topic(topics, input), input.key(), ScenarioTopologyTest.bytes(input));
                    if (input.kind() == ScenarioRun.Kind.READING) {
                        message.headers().add("ce_type", Topics.READING_TYPE.getBytes(StandardCharsets.UTF_8));
                    }
                    producer.send(message).get(30, TimeUnit.SECONDS);
                    // the three topics are merged by the broker's stamps, which count milliseconds
                    TimeUnit.MILLISECONDS.sleep(3);
                }
            }
        }
    }

    /** Runs the topology on an empty state folder until the last story of the half has told its last alert. */
    private void runUntil(
            Map<String, Object> client,
            String state,
            KafkaConsumer<String, Alert> consumer,
            List<Alert> told,
            ScenarioRun last) {
        Properties config = new Properties();
        config.putAll(client);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "stories-alerts");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(state).toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        String lastId = last.alerts().get(last.alerts().size() - 1).id();
        try (KafkaStreams streams = new KafkaStreams(
                new AlertsTopology(topics, AlertsConfig.standard(), new SimpleMeterRegistry()).get(), config)) {
            streams.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> told.add(message.value()));
                return told.stream().anyMatch(alert -> alert.id().equals(lastId));
            });
        }
    }

    private KafkaConsumer<String, Alert> consumer(Map<String, Object> client) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "stories-reader");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        KafkaConsumer<String, Alert> consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), topics.alerts().values().deserializer());
        consumer.subscribe(List.of(topics.alerts().name()));
        return consumer;
    }

    private static void check(List<ScenarioRun> runs, List<Alert> told) {
        assertThat(told).extracting(Alert::id).doesNotHaveDuplicates();
        for (ScenarioRun run : runs) {
            List<Alert> mine = told.stream()
                    .filter(alert -> alert.visit().place().watch().equals(run.watch()))
                    .toList();
            List<String> expected = run.alerts().stream().map(Json::write).toList();
            assertThat(mine.stream().map(Json::write).toList())
                    .as(run.scenario().story())
                    .startsWith(expected.toArray(String[]::new));
            // the days of later stories pass for this one too
            assertThat(mine.subList(expected.size(), mine.size()))
                    .as(run.scenario().story())
                    .allMatch(alert -> alert.change() == VisitChange.OVERDUE);
        }
    }
}
