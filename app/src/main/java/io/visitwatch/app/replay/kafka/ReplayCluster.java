package io.visitwatch.app.replay.kafka;

import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.run.ClusterWait;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cluster a replay runs on: the one given or configured, else an embedded broker of its own that goes with the replay.
 *
 * @param access how to reach it
 * @param broker the embedded broker; null when it is somebody else's cluster
 */
public record ReplayCluster(KafkaAccess access, @Nullable EmbeddedBroker broker) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayCluster.class);

    /**
     * Finds or starts it.
     *
     * @param bootstrap address of a cluster; null for the configured one, else an embedded broker
     * @param folder data of an embedded broker
     */
    public static ReplayCluster open(@Nullable String bootstrap, AppConfig config, Path folder) {
        if (bootstrap == null && !config.kafka().external()) {
            EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder));
            return new ReplayCluster(KafkaAccess.to(broker.bootstrapServers(), config), broker);
        }
        return new ReplayCluster(reached(bootstrap, config), null);
    }

    /** Access to the cluster given, else the configured one; waits for it. */
    public static KafkaAccess reached(@Nullable String bootstrap, AppConfig config) {
        String address =
                bootstrap == null ? String.valueOf(config.kafka().client().get("bootstrap.servers")) : bootstrap;
        KafkaAccess access = KafkaAccess.to(address, config);
        ClusterWait.until(access, config.kafka().patience(), LOG::info);
        return access;
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
