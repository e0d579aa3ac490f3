package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a service to its Kafka: a cluster that is configured, the broker it runs itself, or that of a service beside it. */
final class BrokerPart {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerPart.class);
    private static final Duration TOPICS_PATIENCE = Duration.ofSeconds(60);

    private final ServiceOptions options;
    private final Health health;
    private final BiConsumer<String, AutoCloseable> opened;

    /**
     * The way for a service.
     *
     * @param opened is told what must be closed, by name
     */
    BrokerPart(ServiceOptions options, Health health, BiConsumer<String, AutoCloseable> opened) {
        this.options = options;
        this.health = health;
        this.opened = opened;
    }

    /**
     * The cluster, with our topics on it.
     *
     * @throws BrokerException when the broker or the data folder does not allow it
     */
    KafkaAccess connect() {
        KafkaAccess found = options.config().kafka().external() ? external() : embedded();
        try (TopicAdmin admin = found.admin()) {
            List<TopicDifference> differences = admin.ensure(TOPICS_PATIENCE);
            differences.forEach(d -> LOG.warn("topic differs from the contract, put right with topics apply: {}", d));
            if (options.runs(Part.ingest) || options.runs(Part.enrich) || options.runs(Part.alerts)) {
                admin.requireDeadLetters(); // the other parts write none
            }
        }
        return found;
    }

    private KafkaAccess external() {
        String bootstrap = String.valueOf(options.config().kafka().client().get("bootstrap.servers"));
        health.watch(Part.broker.name(), () -> Health.State.UP);
        KafkaAccess found = KafkaAccess.to(bootstrap, options.config());
        ClusterWait.until(found, options.config().kafka().patience(), LOG::info);
        return found;
    }

    private KafkaAccess embedded() {
        if (!options.runs(Part.broker)) {
            return KafkaAccess.find(null, options.config(), options.data());
        }
        BrokerConfig settings = new BrokerConfig(
                options.data().resolve("broker"),
                options.config().kafka().embeddedHost(),
                options.config().kafka().embeddedPort(),
                Duration.ofMinutes(2),
                Map.of());
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        Path address = options.data().resolve(KafkaAccess.ADDRESS_FILE);
        opened.accept("broker", () -> {
            Files.deleteIfExists(address);
            broker.close();
        });
        try {
            Files.writeString(address, broker.bootstrapServers());
        } catch (IOException e) {
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "cannot write " + address + ": " + e, e);
        }
        health.watch(Part.broker.name(), () -> Health.State.UP);
        return KafkaAccess.to(broker.bootstrapServers(), options.config());
    }
}
