package io.visitwatch.ingest.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning to the end they have now: committed records only. */
final class PartitionReader {
    private static final Duration POLL = Duration.ofMillis(200);

    private final ClientSettings settings;

    PartitionReader(ClientSettings settings) {
        this.settings = settings;
    }

    /** Reads one partition. Returns false when told to stop before the end. */
    boolean read(TopicPartition partition, BooleanSupplier go, Consumer<ConsumerRecord<String, byte[]>> sink) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.reader())) {
            return read(consumer, List.of(partition), go, sink);
        }
    }

    /** Reads all partitions of a topic. */
    void readAll(String topic, Consumer<ConsumerRecord<String, byte[]>> sink) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.reader())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            read(consumer, partitions, () -> true, sink);
        }
    }

    private static boolean read(
            KafkaConsumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            BooleanSupplier go,
            Consumer<ConsumerRecord<String, byte[]>> sink) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> open = new HashMap<>(consumer.endOffsets(partitions));
        while (true) {
            open.entrySet().removeIf(e -> consumer.position(e.getKey()) >= e.getValue());
            if (open.isEmpty()) {
                return true;
            }
            if (!go.getAsBoolean()) {
                return false;
            }
            consumer.poll(POLL).forEach(sink);
        }
    }
}
