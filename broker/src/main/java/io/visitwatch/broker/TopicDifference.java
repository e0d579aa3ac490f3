package io.visitwatch.broker;

import java.util.Objects;

/**
 * One point where a topic of the cluster is not as the contract has it.
 *
 * @param topic full name of the topic
 * @param setting {@code exists}, {@code partitions} or a topic setting
 * @param actual what the cluster has
 * @param wanted what the contract asks for
 */
public record TopicDifference(String topic, String setting, String actual, String wanted) {
    static final String EXISTS = "exists";
    static final String PARTITIONS = "partitions";

    public TopicDifference {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(actual, "actual");
        Objects.requireNonNull(wanted, "wanted");
    }

    /** Whether {@code topics apply} can put it right; the number of partitions of a topic cannot be changed safely. */
    public boolean applicable() {
        return !setting.equals(PARTITIONS);
    }

    @Override
    public String toString() {
        return topic + ": " + setting + " is " + actual + ", wanted " + wanted;
    }
}
