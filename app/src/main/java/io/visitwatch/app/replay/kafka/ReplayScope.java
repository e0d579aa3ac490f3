package io.visitwatch.app.replay.kafka;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.wire.Topics;

/**
 * The names of one replay on a cluster. Reading has topics as the service has them; what was read is then put in order into a second
 * set of one partition each, because order holds within a partition only.
 *
 * @param name what tells it from other replays: 1 to 16 of a-z and 0-9
 * @param live how to reach the cluster; its own topics are not ours
 * @param partitions partitions of the articles: the most threads of all instances that can share the reading
 */
public record ReplayScope(String name, KafkaAccess live, int partitions) {
    private static final String NAME = "[a-z0-9]{1,16}";
    private static final String ORDERED = "-ordered";

    /** Refuses a name that could reach into other names. */
    public ReplayScope {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("replay scope \"" + name + "\" is not 1 to 16 of a-z and 0-9");
        }
    }

    /** Where articles are read. */
    KafkaAccess reading() {
        return access(prefix(), partitions);
    }

    /** Where the ledger is led through the steps in order. */
    KafkaAccess ordered() {
        return access(prefix() + ORDERED, 1);
    }

    /** First part of every name of this replay. */
    String prefix() {
        return live.topics().prefix() + "-replay-" + name;
    }

    /** Whether a topic or group belongs to this replay. */
    boolean owns(String id) {
        return id.startsWith(prefix() + ".") || id.startsWith(prefix() + "-");
    }

    private KafkaAccess access(String prefix, int width) {
        TopicLayout layout = new TopicLayout(
                width, live.layout().replication(), live.layout().inSync());
        return new KafkaAccess(live.client(), new Topics(prefix), layout);
    }
}
