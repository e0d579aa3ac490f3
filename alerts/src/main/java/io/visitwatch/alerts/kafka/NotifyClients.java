package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.notify.Outbox;
import io.visitwatch.alerts.notify.RetrySchedule;
import io.visitwatch.model.Alert;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Kafka clients of the outbox loop, and the reading back of its state. */
final class NotifyClients {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyClients.class);

    /** How long an instance that is gone for good keeps its partitions from the others. */
    private static final int SESSION_MS = 15_000;

    private final Map<String, Object> kafka;
    private final Topics topics;
    private final String instance;

    NotifyClients(Map<String, Object> kafka, Topics topics, String instance) {
        this.instance = instance;
        this.kafka = kafka;
        this.topics = topics;
    }

    Consumer<String, byte[]> alerts() {
        Map<String, Object> properties = readCommitted();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + "-notify");
        // A static member that comes back is not waited for: after a crash messages go on at once.
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, topics.prefix() + "-notify-" + instance);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A reader of {@code notifications} without a group: its owner says where it stands. */
    Consumer<String, byte[]> wishes() {
        return new KafkaConsumer<>(readCommitted(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    Producer<String, byte[]> producer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Stable per instance: a restart at once aborts what a crash left open. Instances that lost their partitions
        // are fenced
        // by the consumer group's generation in each transaction.
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "-notify-" + instance);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** The state of one partition as the topic holds it: its notifications, and the visits last told there. */
    OutboxPartition restore(int partition, RetrySchedule retries) {
        OutboxPartition state = new OutboxPartition(new Outbox(retries));
        long end = readThrough(topics.notifications().name(), partition, record -> state.restore(record.value()));
        state.restoredTo(end);
        state.publish();
        return state;
    }

    private long readThrough(String topic, int partition, RecordReader reader) {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(readCommitted(), new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition source = new TopicPartition(topic, partition);
            consumer.assign(List.of(source));
            consumer.seekToBeginning(List.of(source));
            long end = consumer.endOffsets(List.of(source)).getOrDefault(source, 0L);
            while (consumer.position(source) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read(record, reader));
            }
            return end;
        }
    }

    /** Reads one record; what cannot be read is told and passed over. */
    void read(ConsumerRecord<String, byte[]> record, RecordReader reader) {
        if (record.value() == null) {
            return;
        }
        try {
            reader.read(record);
        } catch (IOException | IllegalArgumentException e) {
            LOG.atError()
                    .addKeyValue("source", source(record))
                    .addKeyValue("cause", e.toString())
                    .log("A record of the outbox cannot be read and is passed over");
        }
    }

    /** What an alert that cannot be read becomes. */
    ProducerRecord<String, byte[]> deadLetter(ConsumerRecord<String, byte[]> record) {
        DeadLetter letter = DeadLetter.of(
                "notify",
                "no " + Alert.class.getSimpleName() + " in this record",
                source(record),
                record.key(),
                record.value());
        return new ProducerRecord<>(
                topics.deadLetters().name(), source(record), Json.write(letter).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> readCommitted() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return properties;
    }

    private static String source(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    /** Reads one record of a state topic. */
    @FunctionalInterface
    interface RecordReader {
        void read(ConsumerRecord<String, byte[]> record) throws IOException;
    }
}
