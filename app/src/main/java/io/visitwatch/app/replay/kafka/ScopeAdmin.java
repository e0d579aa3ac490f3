package io.visitwatch.app.replay.kafka;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.model.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics and groups of one replay: made, watched, removed. */
final class ScopeAdmin implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeAdmin.class);

    private final Admin admin;
    private final ReplayScope scope;

    ScopeAdmin(ReplayScope scope) {
        this.scope = scope;
        Map<String, Object> settings = new HashMap<>(scope.live().client());
        settings.putIfAbsent("client.id", "visitwatch-replay-admin");
        this.admin = Admin.create(settings);
    }

    /** Makes topics and waits until every partition has a leader. */
    void create(KafkaAccess access, List<Topic<String, ?>> topics, Map<String, String> overrides) {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> {
                    Map<String, String> config = new TreeMap<>(topic.config());
                    config.put(
                            "min.insync.replicas",
                            Integer.toString(access.layout().inSync()));
                    config.putAll(overrides);
                    int partitions = topic.partitioned() ? access.layout().partitions() : 1;
                    return new NewTopic(
                                    topic.name(), partitions, access.layout().replication())
                            .configs(config);
                })
                .toList();
        get("create the topics of the replay", admin.createTopics(wanted).all());
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        wanted.forEach(topic -> {
            for (int p = 0; p < topic.numPartitions(); p++) {
                ends.put(new TopicPartition(topic.name(), p), OffsetSpec.latest());
            }
        });
        // An answer proves a leader; producing before there is one can wedge an idempotent producer.
        for (int tries = 0; ; tries++) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                if (tries > 600) {
                    throw failure("find a leader for every partition", e);
                }
                Waiting.pause();
            } catch (InterruptedException e) {
                throw Waiting.interrupted(e);
            }
        }
    }

    /** Whether a topic is there. */
    boolean exists(String topic) {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw failure("look for topic " + topic, e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    /** Records in a topic, by partition; transaction marks count too. Nothing when the topic is gone. */
    Map<TopicPartition, Long> written(String topic, IsolationLevel isolation) {
        if (!exists(topic)) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        get("describe " + topic, admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .forEach(description -> description
                        .partitions()
                        .forEach(p -> ends.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> written = new HashMap<>();
        get(
                        "list the ends of " + topic,
                        admin.listOffsets(ends, new ListOffsetsOptions(isolation))
                                .all())
                .forEach((partition, end) -> written.put(partition, end.offset()));
        return written;
    }

    /** Records of a topic that a group has finished. */
    long processed(String group, String topic) {
        Map<TopicPartition, OffsetAndMetadata> offsets = get(
                "read the position of " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** Waits until every transaction on a topic is decided: a group's position may be seen before its output is. */
    void awaitDecided(String topic, Waiting waiting) {
        waiting.until(() ->
                written(topic, IsolationLevel.READ_COMMITTED).equals(written(topic, IsolationLevel.READ_UNCOMMITTED)));
    }

    /** Removes every topic and group of this replay, also those an interrupted run left. */
    void remove() {
        groups().forEach(this::remove);
        List<String> topics =
                new ArrayList<>(get("list topics", admin.listTopics().names()));
        topics.removeIf(topic -> !scope.owns(topic));
        get("remove the topics of the replay", admin.deleteTopics(topics).all());
    }

    /** Removes a group; one who helped with the replay may come back once more between its removal and that of its group. */
    private void remove(String group) {
        for (int tries = 0; ; tries++) {
            try {
                dismiss(group);
                admin.deleteConsumerGroups(List.of(group)).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupNotEmptyException) || tries > 600) {
                    throw failure("remove group " + group, e);
                }
                Waiting.pause();
            } catch (InterruptedException e) {
                throw Waiting.interrupted(e);
            }
        }
    }

    private void dismiss(String group) throws InterruptedException {
        try {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            LOG.debug("group {} has no members to remove", group, e);
        }
    }

    private List<String> groups() {
        return get("list groups", admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .filter(scope::owns)
                .toList();
    }

    private <T> T get(String what, KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw failure(what, e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private BrokerException failure(String what, ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new BrokerException(
                BrokerException.Kind.ENVIRONMENT,
                "cannot " + what + " on " + scope.live().bootstrap() + " (" + cause.getMessage()
                        + "): check that the cluster runs, and our rights on " + scope.prefix() + "*",
                cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
