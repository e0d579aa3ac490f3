package io.visitwatch.app.run;

import io.visitwatch.app.config.AppConfig;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the cluster.
 *
 * @param client properties of every client, {@code bootstrap.servers} among them
 * @param topics names of our topics
 * @param layout how wide and safe they are
 */
public record KafkaAccess(Map<String, Object> client, Topics topics, TopicLayout layout) {
    /** File in the data folder that says where the embedded broker of the running service listens. */
    public static final String ADDRESS_FILE = "broker-address";

    public KafkaAccess {
        client = Map.copyOf(client);
        Objects.requireNonNull(client.get("bootstrap.servers"), "bootstrap.servers");
    }

    /** Access to {@code bootstrap} with the other settings of {@code config}. */
    public static KafkaAccess to(String bootstrap, AppConfig config) {
        Map<String, Object> client = new HashMap<>(config.kafka().client());
        client.put("bootstrap.servers", bootstrap);
        return new KafkaAccess(
                client,
                config.kafka().topics(),
                config.kafka().external()
                        ? config.kafka().layout()
                        : TopicLayout.single(config.kafka().layout().partitions()));
    }

    /**
     * Access to the cluster a running service uses: the given address, else the configured cluster, else the embedded broker
     * of the service on {@code data}.
     *
     * @throws BrokerException when no broker is known
     */
    public static KafkaAccess find(@Nullable String given, AppConfig config, Path data) {
        if (given != null) {
            return to(given, config);
        }
        if (config.kafka().external()) {
            return to(String.valueOf(config.kafka().client().get("bootstrap.servers")), config);
        }
        Path file = data.resolve(ADDRESS_FILE);
        try {
            if (Files.isRegularFile(file)) {
                return to(Files.readString(file).strip(), config);
            }
        } catch (IOException e) {
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "cannot read " + file + ": " + e, e);
        }
        throw new BrokerException(
                BrokerException.Kind.ENVIRONMENT,
                "no broker runs on data folder " + data
                        + ": start ./visitwatch run, or name a broker with --bootstrap or kafka.bootstrap.servers");
    }

    /** The address clients connect to. */
    public String bootstrap() {
        return String.valueOf(client.get("bootstrap.servers"));
    }

    /** Our topics on this cluster. */
    public TopicAdmin admin() {
        return TopicAdmin.open(client, topics, layout);
    }
}
