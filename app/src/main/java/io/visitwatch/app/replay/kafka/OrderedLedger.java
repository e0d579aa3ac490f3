package io.visitwatch.app.replay.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.kafka.AlertsConfig;
import io.visitwatch.alerts.kafka.AlertsTopology;
import io.visitwatch.app.replay.EventSorter;
import io.visitwatch.app.replay.PassingTime;
import io.visitwatch.app.replay.ReplayEvent;
import io.visitwatch.app.replay.ReplayFolder;
import io.visitwatch.app.replay.ReplayResults;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.StreamsStep;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.Alert;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a replay through topics: events in order, with explicit clock records between them, through the alerts topology.
 *
 * <p>Two topics meet in one task, which takes whatever stands first by record time. So every step is stamped with its number, and all
 * steps are written before the topology starts: then their order is exact.
 */
final class OrderedLedger {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> STAMPED =
            Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1", "cleanup.policy", "delete");

    private final KafkaAccess access;
    private final ScopeAdmin admin;
    private final Waiting waiting;

    OrderedLedger(KafkaAccess access, ScopeAdmin admin, Waiting waiting) {
        this.access = access;
        this.admin = admin;
        this.waiting = waiting;
    }

    /** Makes its topics and writes all steps. */
    void write(Iterator<String> events, @Nullable Instant end, ScopeProducer producer) {
        Topics topics = access.topics();
        admin.create(access, List.of(topics.visitReports(), topics.clock(), topics.commands()), STAMPED);
        admin.create(access, List.of(topics.visits(), topics.alerts(), topics.deadLetters()), Map.of());
        PassingTime.run(events, end, new Writer(topics, producer));
        producer.flush();
    }

    /** Leads the ledger through the steps, to the last. */
    void run(AlertsConfig config, ReplayFolder folder) {
        Topics topics = access.topics();
        String group = ScopeSteps.group(access, ScopeSteps.ALERTS);
        try (StreamsStep step = ScopeSteps.start(
                ScopeSteps.ALERTS,
                new AlertsTopology(topics, config, new SimpleMeterRegistry()).get(),
                access,
                folder.work().resolve("streams"),
                1,
                !config.inMemory(),
                waiting)) {
            for (String topic :
                    List.of(topics.visitReports().name(), topics.clock().name())) {
                long steps = count(topic);
                waiting.until(step::alive, () -> steps == 0 || admin.processed(group, topic) >= steps);
            }
        }
        admin.awaitDecided(topics.alerts().name(), waiting);
        admin.awaitDecided(topics.visits().name(), waiting);
    }

    /** Takes over what came out: alerts in order, each visit in its last state. */
    void collect(ReplayFolder folder, ReplayResults results) throws IOException {
        Topics topics = access.topics();
        try (TopicReader reader = TopicReader.open(access, topics.alerts().name(), PATIENCE)) {
            reader.readToEnd(entry -> {
                results.alert(parse(entry.value(), Alert.class));
                return true;
            });
        }
        try (EventSorter states = new EventSorter(folder.work(), "states", EventSorter.BUDGET);
                TopicReader reader = TopicReader.open(access, topics.visits().name(), PATIENCE)) {
            reader.readToEnd(entry -> {
                String offset = String.format(Locale.ROOT, "%015d", entry.offset());
                String line = new String(entry.value(), StandardCharsets.UTF_8);
                states.add(new EventSorter.Event(entry.key() + " " + offset, line));
                return true;
            });
            lastStates(states.sorted(), results);
        }
    }

    private static void lastStates(Iterator<String> states, ReplayResults results) {
        Visit last = null;
        while (states.hasNext()) {
            Visit next = parse(states.next().getBytes(StandardCharsets.UTF_8), Visit.class);
            if (last != null && !last.id().equals(next.id())) {
                results.visit(last);
            }
            last = next;
        }
        if (last != null) {
            results.visit(last);
        }
    }

    private long count(String topic) {
        return admin.written(topic, IsolationLevel.READ_UNCOMMITTED).getOrDefault(new TopicPartition(topic, 0), 0L);
    }

    private static <T> T parse(byte[] value, Class<T> type) {
        try {
            return Json.mapper().readValue(value, type);
        } catch (IOException e) {
            throw new IllegalStateException("our own topology wrote what cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes steps, each stamped with its number. */
    private static final class Writer implements PassingTime.Steps {
        private final Topics topics;
        private final ScopeProducer producer;
        private long number;

        Writer(Topics topics, ScopeProducer producer) {
            this.topics = topics;
            this.producer = producer;
        }

        @Override
        public void event(ReplayEvent event) {
            VisitReport report = event.report();
            if (report != null) {
                send(topics.visitReports().name(), report.head().country(), "visit-report", report.id(), report);
                return;
            }
            ArticleReading reading = event.reading();
            if (reading != null) {
                send(
                        topics.visitReports().name(),
                        reading.articleId(),
                        "article-reading",
                        reading.articleId(),
                        reading);
            }
        }

        @Override
        public void tick(Instant midnight) {
            send(topics.clock().name(), "clock", "clock-tick", "clock-" + midnight, new ClockTick(midnight));
        }

        private void send(String topic, String key, String type, String id, Object value) {
            ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(
                    topic, 0, ++number, key, Json.write(value).getBytes(StandardCharsets.UTF_8));
            CloudEventHeaders.put(outgoing.headers(), type, id, "replay", key, Instant.EPOCH);
            producer.send(outgoing);
        }
    }
}
