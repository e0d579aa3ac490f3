package io.visitwatch.alerts.kafka;

import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker for tests of the outbox, with topics under as many prefixes as they want. */
final class OutboxSite implements AutoCloseable {
    private final EmbeddedBroker broker;

    OutboxSite(Path folder) {
        broker = EmbeddedBroker.start(BrokerConfig.in(folder));
    }

    /** Properties of clients. */
    Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    /** The topics under {@code prefix}, made now. */
    Topics topics(String prefix, int partitions) {
        Topics topics = new Topics(prefix);
        try (TopicAdmin admin = TopicAdmin.open(client(), topics, TopicLayout.single(partitions))) {
            admin.ensure(Duration.ofMinutes(1));
        }
        return topics;
    }

    /** Puts alerts on their topic. */
    void publish(Topics topics, Alert... alerts) {
        try (KafkaProducer<String, Alert> producer = new KafkaProducer<>(
                client(),
                topics.alerts().keys().serializer(),
                topics.alerts().values().serializer())) {
            for (Alert alert : alerts) {
                var unused = producer.send(new ProducerRecord<>(
                        topics.alerts().name(), alert.visit().id(), alert));
            }
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
