package io.visitwatch.ingest;

import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One embedded broker for a test class, with topics under a prefix of each test's own. */
public final class Broker implements AutoCloseable {
    private final Path folder;
    private EmbeddedBroker broker;

    public Broker() {
        try {
            folder = Files.createTempDirectory("ingest-broker");
            broker = EmbeddedBroker.start(BrokerConfig.in(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the broker away. */
    public void stop() {
        broker.close();
    }

    /** Brings it back, at the same address with what it held. */
    public void restart() {
        broker = EmbeddedBroker.start(BrokerConfig.in(folder));
    }

    public Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    /** Topics of a fresh prefix, created. */
    public Topics topics(String prefix, int partitions) {
        Topics topics = new Topics(prefix);
        try (TopicAdmin admin = TopicAdmin.open(client(), topics, TopicLayout.single(partitions))) {
            admin.ensure(Duration.ofSeconds(60));
        }
        return topics;
    }

    /** All committed articles. */
    public List<Article> articles(Topics topics) {
        return articles(client(), topics);
    }

    /** All committed articles of any cluster. */
    public static List<Article> articles(Map<String, Object> client, Topics topics) {
        List<Article> articles = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record :
                records(client, topics.articles().name())) {
            try {
                articles.add(Json.mapper().readValue(record.value(), Article.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return articles;
    }

    /** All committed records of a topic, partition by partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return records(client(), topic);
    }

    private static List<ConsumerRecord<String, byte[]>> records(Map<String, Object> client, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                client.get("bootstrap.servers"),
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    @Override
    public void close() {
        broker.close();
    }
}
