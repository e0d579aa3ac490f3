package io.visitwatch.broker;

import io.visitwatch.model.wire.Topic;
import io.visitwatch.model.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Our topics on a cluster: made with explicit settings, waited for, compared with the contract.
 *
 * <p>Nothing is ever created by a broker's defaults, and nothing existing is changed unless {@link #apply} is asked for.
 */
public final class TopicAdmin implements AutoCloseable {
    private final Admin admin;
    private final Topics topics;
    private final TopicLayout layout;
    private final String cluster;

    private TopicAdmin(Admin admin, Topics topics, TopicLayout layout, String cluster) {
        this.admin = admin;
        this.topics = topics;
        this.layout = layout;
        this.cluster = cluster;
    }

    /**
     * Opens a connection; nothing is asked of the cluster yet.
     *
     * @param client Kafka client settings, {@code bootstrap.servers} among them
     * @throws BrokerException when Kafka refuses the settings
     */
    public static TopicAdmin open(Map<String, Object> client, Topics topics, TopicLayout layout) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putIfAbsent("client.id", "visitwatch-admin");
        String cluster = String.valueOf(client.get("bootstrap.servers"));
        try {
            return new TopicAdmin(Admin.create(settings), topics, layout, cluster);
        } catch (KafkaException e) {
            Throwable root = e.getCause() == null ? e : e.getCause();
            throw new BrokerException(
                    BrokerException.Kind.CONFIGURATION,
                    "no client for Kafka at " + cluster + " (" + root.getMessage()
                            + "): mend it under kafka: in the configuration",
                    e);
        }
    }

    /**
     * Creates what is missing and waits until every partition answers.
     *
     * <p>{@code createTopics} returns before the broker leads the partitions, and producing at once can wedge an idempotent
     * producer; an answer to {@code listOffsets} proves a leader.
     *
     * @return what differs in topics that were there already
     * @throws BrokerException when the cluster does not answer in time or a topic has another number of partitions
     */
    public List<TopicDifference> ensure(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<TopicDifference> found = diff();
        create(found.stream()
                .filter(d -> d.setting().equals(TopicDifference.EXISTS))
                .map(TopicDifference::topic)
                .toList());
        List<TopicDifference> rest = found.stream()
                .filter(d -> !d.setting().equals(TopicDifference.EXISTS))
                .toList();
        refuseRegrown(rest);
        awaitLeaders(deadline);
        return rest;
    }

    /** Creates what is missing and sets what differs, save the number of partitions. Returns what was done. */
    public List<TopicDifference> apply(Duration patience) {
        List<TopicDifference> found = diff();
        ensure(patience);
        List<TopicDifference> settings = found.stream()
                .filter(TopicDifference::applicable)
                .filter(d -> !d.setting().equals(TopicDifference.EXISTS))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (TopicDifference d : settings) {
            changes.computeIfAbsent(resource(d.topic()), r -> new ArrayList<>())
                    .add(new AlterConfigOp(new ConfigEntry(d.setting(), d.wanted()), AlterConfigOp.OpType.SET));
        }
        get("set topic settings", admin.incrementalAlterConfigs(changes).all());
        return found.stream().filter(TopicDifference::applicable).toList();
    }

    /** Every point where the cluster is not as the contract has it, in the contract's order. */
    public List<TopicDifference> diff() {
        Map<String, TopicDescription> there = describe();
        Map<ConfigResource, Config> configs = get(
                "read topic settings",
                admin.describeConfigs(there.keySet().stream()
                                .map(TopicAdmin::resource)
                                .toList())
                        .all());
        List<TopicDifference> found = new ArrayList<>();
        for (Topic<String, ?> topic : topics.all()) {
            TopicDescription description = there.get(topic.name());
            if (description == null) {
                found.add(new TopicDifference(topic.name(), TopicDifference.EXISTS, "false", "true"));
            } else {
                compare(topic, description, configs.get(resource(topic.name())), found);
            }
        }
        return found;
    }

    /** The topics of the contract that exist, by name. */
    public Map<String, TopicDescription> describe() {
        Map<String, TopicDescription> there = new TreeMap<>();
        List<String> names = topics.all().stream().map(Topic::name).toList();
        admin.describeTopics(names).topicNameValues().forEach((name, future) -> {
            try {
                there.put(name, future.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure("describe topic " + name, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
        return there;
    }

    /** Full settings of one topic as we would create it, replication included. */
    public Map<String, String> settings(Topic<?, ?> topic) {
        Map<String, String> settings = new TreeMap<>(topic.config());
        settings.put("min.insync.replicas", Integer.toString(layout.inSync()));
        return settings;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private int partitions(Topic<?, ?> topic) {
        return topic.partitioned() ? layout.partitions() : 1;
    }

    private void compare(
            Topic<?, ?> topic, TopicDescription actual, @Nullable Config config, List<TopicDifference> found) {
        int partitions = actual.partitions().size();
        if (partitions != partitions(topic)) {
            found.add(new TopicDifference(
                    topic.name(), TopicDifference.PARTITIONS, partitions + "", partitions(topic) + ""));
        }
        settings(topic).forEach((name, wanted) -> {
            ConfigEntry entry = config == null ? null : config.get(name);
            String value = entry == null || entry.value() == null ? "unset" : entry.value();
            if (!value.equals(wanted)) {
                found.add(new TopicDifference(topic.name(), name, value, wanted));
            }
        });
    }

    private static void refuseRegrown(List<TopicDifference> differences) {
        for (TopicDifference d : differences) {
            if (d.setting().equals(TopicDifference.PARTITIONS)) {
                throw new BrokerException(
                        BrokerException.Kind.CONFIGURATION,
                        "topic " + d.topic() + " has " + d.actual() + " partitions, the configuration says "
                                + d.wanted()
                                + ": keys would move and state be lost; set kafka.partitions to " + d.actual()
                                + ", or start anew under another kafka.prefix");
            }
        }
    }

    /**
     * Refuses to go on where dead letters could not be written: what cannot be read must have a place to go before anything is read.
     *
     * @throws BrokerException when the cluster says that we may not write there
     */
    public void requireDeadLetters() {
        Topic<String, ?> topic = topics.deadLetters();
        DescribeTopicsOptions rights = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        Map<String, TopicDescription> described = get(
                "ask our rights on topic " + topic.name(),
                admin.describeTopics(List.of(topic.name()), rights).allTopicNames());
        TopicDescription description = described.get(topic.name());
        Set<AclOperation> allowed = description == null ? null : description.authorizedOperations();
        if (allowed != null && !allowed.contains(AclOperation.WRITE)) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "no right to write topic " + topic.name() + " on " + cluster
                            + ": what cannot be read would be lost; allow the operation Write on it (kafka-acls --add)");
        }
    }

    private void create(List<String> missing) {
        List<NewTopic> wanted = topics.all().stream()
                .filter(t -> missing.contains(t.name()))
                .map(t -> new NewTopic(t.name(), partitions(t), layout.replication()).configs(settings(t)))
                .toList();
        admin.createTopics(wanted).values().forEach((name, future) -> {
            try {
                future.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another instance was quicker
                    throw failure("create topic " + name, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
    }

    private void awaitLeaders(long deadline) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (Topic<?, ?> topic : topics.all()) {
            for (int p = 0; p < partitions(topic); p++) {
                all.put(new TopicPartition(topic.name(), p), OffsetSpec.latest());
            }
        }
        while (true) {
            try {
                admin.listOffsets(all).all().get();
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() > deadline) {
                    throw failure("find a leader for every partition", e);
                }
                pause();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private <T> T get(String what, KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw failure(what, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private BrokerException failure(String what, ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new BrokerException(
                BrokerException.Kind.ENVIRONMENT,
                "cannot " + what + " on " + cluster + " (" + cause.getMessage()
                        + "): check kafka.bootstrap.servers, that the cluster runs, and our rights on it",
                cause);
    }

    private static BrokerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BrokerException(BrokerException.Kind.ENVIRONMENT, "interrupted while asking the cluster", e);
    }
}
