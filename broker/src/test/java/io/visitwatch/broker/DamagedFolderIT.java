package io.visitwatch.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut or a bad disk does to the broker's files, and what is still readable afterwards. */
class DamagedFolderIT {
    private static final int RECORDS = 200;
    private static final String TOPIC = Topics.standard().articles().name();

    @TempDir
    Path folder;

    @Test
    void keepsAllWholeBatchesOfATornSegmentAndRebuildsItsIndexes() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder))) {
            write(broker);
            assertThat(read(broker)).hasSize(RECORDS);
            internalTopicsAreSmall(broker);
        }
        Path partition = folder.resolve("kafka/" + TOPIC + "-0");
        damageIndexes(partition);
        uncleanStop();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder))) {
            assertThat(read(broker)).as("indexes are made of the log again").hasSize(RECORDS);
        }
        cut(partition, 100);
        uncleanStop();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder))) {
            List<String> left = read(broker);
            assertThat(left).as("a hundred bytes take the last batches alone").hasSizeBetween(RECORDS - 2, RECORDS - 1);
            assertThat(left)
                    .containsExactlyElementsOf(IntStream.range(0, left.size())
                            .mapToObj(i -> "r" + i)
                            .toList());
            write(broker);
            assertThat(read(broker)).as("it takes new records").hasSize(RECORDS + left.size());
        }
    }

    /** One partition and one copy each: the first transaction needs both topics. */
    private static void internalTopicsAreSmall(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(client(broker));
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(withId(broker), new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            admin.describeTopics(List.of("__transaction_state"))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> {
                        assertThat(topic.partitions()).hasSize(1);
                        assertThat(topic.partitions().get(0).replicas()).hasSize(1);
                    });
        }
    }

    private static void damageIndexes(Path partition) throws IOException {
        byte[] garbage = new byte[4096];
        new Random(7).nextBytes(garbage);
        for (Path file : files(partition, ".index")) {
            Files.write(file, garbage);
        }
        for (Path file : files(partition, ".timeindex")) {
            Files.delete(file);
        }
    }

    private static void cut(Path partition, long bytes) throws IOException {
        Path segment = files(partition, ".log").get(0);
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - bytes);
        }
    }

    /** Without the mark of a clean stop the broker looks through its files. */
    private void uncleanStop() throws IOException {
        Files.deleteIfExists(folder.resolve("kafka/.kafka_cleanshutdown"));
        Files.deleteIfExists(folder.resolve("kafka/recovery-point-offset-checkpoint"));
    }

    private static List<Path> files(Path partition, String ending) throws IOException {
        try (Stream<Path> all = Files.list(partition)) {
            List<Path> found =
                    all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static void write(EmbeddedBroker broker) throws Exception {
        try (TopicAdmin admin = TopicAdmin.open(client(broker), Topics.standard(), TopicLayout.single(1));
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(client(broker), new StringSerializer(), new StringSerializer())) {
            admin.ensure(Duration.ofSeconds(60));
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(TOPIC, "k", "r" + i)).get(); // a batch each
            }
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        List<String> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(client(broker), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> found.add(r.value()));
            }
        }
        return found;
    }

    private static Map<String, Object> client(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static Map<String, Object> withId(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "small");
    }
}
