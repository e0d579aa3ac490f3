package io.visitwatch.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TopicLayout LAYOUT = TopicLayout.single(2);

    @TempDir
    Path folder;

    @Test
    void keepsCommittedRecordsAndDropsAbortedOnesOverARestart() throws Exception {
        Topics topics = Topics.standard();
        String topic = topics.articles().name();
        String first;
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder))) {
            first = broker.bootstrapServers();
            try (TopicAdmin admin = TopicAdmin.open(client(broker), topics, LAYOUT)) {
                assertThat(admin.ensure(PATIENCE)).isEmpty();
                assertThat(admin.diff()).isEmpty();
            }
            produce(broker, topic);
        }
        Files.writeString(folder.resolve("kafka/meta.properties"), ""); // torn by a power cut
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder))) {
            assertThat(broker.bootstrapServers()).as("the port of the last run").isEqualTo(first);
            assertThat(committed(broker, topic)).containsExactly("kept");
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerConfig.in(folder)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void namesWhatDiffersInTopicsThatExist() throws Exception {
        Topics topics = Topics.standard();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder));
                TopicAdmin admin = TopicAdmin.open(client(broker), topics, LAYOUT);
                Admin kafka = Admin.create(client(broker))) {
            kafka.createTopics(List.of(new org.apache.kafka.clients.admin.NewTopic(
                            topics.visits().name(), 2, (short) 1)))
                    .all()
                    .get();
            assertThat(admin.ensure(PATIENCE))
                    .extracting(TopicDifference::setting)
                    .contains("cleanup.policy", "message.timestamp.type");
            admin.apply(PATIENCE);
            assertThat(admin.diff()).isEmpty();

            kafka.createPartitions(Map.of(topics.alerts().name(), NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            assertThatThrownBy(() -> admin.ensure(PATIENCE))
                    .hasMessageContaining("has 3 partitions, the configuration says 2")
                    .extracting(e -> ((BrokerException) e).kind())
                    .isEqualTo(BrokerException.Kind.CONFIGURATION);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerConfig config = BrokerConfig.in(folder).withPort(taken.getLocalPort());
            assertThatThrownBy(() -> EmbeddedBroker.start(config))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    private static void produce(EmbeddedBroker broker, String topic) {
        Map<String, Object> settings = client(broker);
        settings.put("transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var kept = producer.send(new ProducerRecord<>(topic, 0, "a", "kept"));
            producer.commitTransaction();
            assertThat(kept).isDone();
            producer.beginTransaction();
            var dropped = producer.send(new ProducerRecord<>(topic, 0, "a", "dropped"));
            producer.flush();
            assertThat(dropped).isDone();
            producer.abortTransaction();
        }
    }

    private static List<String> committed(EmbeddedBroker broker, String topic) {
        Map<String, Object> settings = client(broker);
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            var found = new java.util.ArrayList<String>();
            long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> found.add(r.value()));
            }
            return found;
        }
    }

    private static Map<String, Object> client(EmbeddedBroker broker) {
        return new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
