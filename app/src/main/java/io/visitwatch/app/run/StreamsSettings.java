package io.visitwatch.app.run;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams settings of one step: the operator's client settings, and over them what exactly-once needs. */
public final class StreamsSettings {
    /** A step without stores cannot fence what a killed predecessor left open: the broker must end it soon. */
    private static final int STATELESS_TRANSACTION_MS = 10_000;

    private static final int STATEFUL_TRANSACTION_MS = 60_000;

    private StreamsSettings() {}

    /**
     * Settings of one step.
     *
     * @param step name of the step, part of the application id
     * @param states folder of all stores
     * @param instance name of this instance, the same after a restart
     * @param stateful whether the step keeps stores
     */
    public static Properties of(
            KafkaAccess access, String step, Path states, String instance, int threads, boolean stateful) {
        Properties p = new Properties();
        p.putAll(access.client());
        String application = access.topics().prefix() + "-" + step;
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        p.put(StreamsConfig.CLIENT_ID_CONFIG, application + "-" + instance);
        p.put(StreamsConfig.STATE_DIR_CONFIG, states.toString());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        p.put(StreamsConfig.POLL_MS_CONFIG, 50);
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) access.layout().replication());
        // On a cluster of its own other instances may follow: one of them keeps a warm copy of each store. Alone, there
        // is none.
        p.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                stateful && access.layout().replication() > 1 ? 1 : 0);
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // A static member that comes back within its session is not waited for: a restart costs no rebalance.
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), step + "-" + instance);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 8_000_000);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                stateful ? STATEFUL_TRANSACTION_MS : STATELESS_TRANSACTION_MS);
        return p;
    }
}
