package io.visitwatch.app.replay.kafka;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.BrokerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes in order and once. Without transactions, so that a topic's end counts its records alone and can be compared with a group's
 * position.
 */
final class ScopeProducer implements AutoCloseable {
    private static final int MAX_REQUEST = 8_000_000;

    private final KafkaProducer<String, byte[]> producer;
    private final String bootstrap;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    ScopeProducer(KafkaAccess access) {
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST);
        this.bootstrap = access.bootstrap();
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    void send(ProducerRecord<String, byte[]> outgoing) {
        check();
        var unused = producer.send(outgoing, (at, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Waits until all is written. */
    void flush() {
        producer.flush();
        check();
    }

    private void check() {
        Exception e = failure.get();
        if (e != null) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "cannot write to Kafka at " + bootstrap + " (" + e.getMessage()
                            + "): check the cluster and its disks",
                    e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
