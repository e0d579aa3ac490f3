package io.visitwatch.broker;

/**
 * How wide and how safe our topics are on one cluster.
 *
 * @param partitions partitions of the partitioned topics: fixed at creation, since growing would move keys
 * @param replication copies of each partition
 * @param inSync copies that must have a record before it counts
 */
public record TopicLayout(int partitions, short replication, int inSync) {
    public TopicLayout {
        if (partitions < 1 || partitions > 1000) {
            throw new IllegalArgumentException("kafka.partitions " + partitions + " is outside 1..1000");
        }
        if (replication < 1) {
            throw new IllegalArgumentException("kafka.replication " + replication + " is below 1");
        }
        if (inSync < 1 || inSync > replication) {
            throw new IllegalArgumentException(
                    "kafka.min-in-sync " + inSync + " is outside 1.." + replication + " (kafka.replication)");
        }
    }

    /** One node: one copy. */
    public static TopicLayout single(int partitions) {
        return new TopicLayout(partitions, (short) 1, 1);
    }
}
