package io.visitwatch.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.server.common.MetadataVersion;

/** Whether a cluster is one that exactly-once and our records can live on. */
public final class ClusterCheck {
    /** Transactions of this version end a zombie's writes for certain (KIP-890). */
    private static final short TRANSACTIONS = 2;

    /** What the protocol of those transactions came with, and the oldest that our clients are made for. */
    private static final MetadataVersion OLDEST = MetadataVersion.IBP_4_0_IV3;

    private static final long RECORD_BYTES = 8_388_608;
    private static final long SECONDS = 10;

    private ClusterCheck() {}

    /**
     * One thing looked at.
     *
     * @param good whether it is as needed
     * @param detail what was found, and what to do when it is not good
     */
    public record Finding(boolean good, String detail) {}

    /**
     * Looks at brokers, features and limits.
     *
     * @param client Kafka client settings, {@code bootstrap.servers} among them
     * @throws BrokerException when the cluster does not answer
     */
    public static List<Finding> of(Map<String, Object> client, TopicLayout layout) {
        try (Admin admin = Admin.create(client)) {
            List<Finding> found = new ArrayList<>();
            Collection<Node> nodes = admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS);
            found.add(new Finding(
                    nodes.size() >= layout.replication(),
                    nodes.size() + " broker(s), " + layout.replication() + " needed by kafka.replication"));
            found.addAll(
                    features(levels(admin.describeFeatures().featureMetadata().get(SECONDS, TimeUnit.SECONDS))));
            nodes.stream().findFirst().ifPresent(node -> found.addAll(limits(admin, node)));
            return found;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "no answer from Kafka at " + client.get("bootstrap.servers") + " (" + cause.getMessage()
                            + "): check that it runs and kafka.bootstrap.servers",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /**
     * The cluster's own versions.
     *
     * @param levels level that each feature of the cluster is set to
     */
    static List<Finding> features(Map<String, Short> levels) {
        int transactions = levels.getOrDefault("transaction.version", (short) 0);
        int metadata = levels.getOrDefault(MetadataVersion.FEATURE_NAME, (short) 0);
        boolean known = metadata >= MetadataVersion.MINIMUM_VERSION.featureLevel()
                && metadata <= MetadataVersion.latestTesting().featureLevel();
        String release =
                known ? MetadataVersion.fromFeatureLevel((short) metadata).version() : "level " + metadata;
        return List.of(
                new Finding(
                        transactions >= TRANSACTIONS,
                        "transaction.version " + transactions + ", " + TRANSACTIONS
                                + " needed: kafka-features.sh upgrade --feature transaction.version=" + TRANSACTIONS),
                new Finding(
                        metadata >= OLDEST.featureLevel(),
                        "metadata.version " + (metadata == 0 ? "none" : release) + ", Kafka 4.0 or newer in KRaft mode"
                                + " needed: upgrade the brokers, then kafka-features.sh upgrade --release-version 4.0"));
    }

    private static Map<String, Short> levels(FeatureMetadata features) {
        Map<String, Short> levels = new HashMap<>();
        features.finalizedFeatures().forEach((name, range) -> levels.put(name, range.maxVersionLevel()));
        return levels;
    }

    private static List<Finding> limits(Admin admin, Node node) {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        try {
            Config config = admin.describeConfigs(List.of(broker))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .get(broker);
            ConfigEntry entry = config == null ? null : config.get("message.max.bytes");
            long most = entry == null || entry.value() == null ? RECORD_BYTES : Long.parseLong(entry.value());
            return List.of(new Finding(
                    most >= RECORD_BYTES,
                    "message.max.bytes " + most + ", " + RECORD_BYTES + " needed for long articles"));
        } catch (ExecutionException | TimeoutException e) {
            return List.of(); // no right to look at brokers: topics carry the same limit and are looked at too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
