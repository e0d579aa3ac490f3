package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads one topic as any subscriber would: committed records only, without a consumer group, so that a look disturbs nobody.
 *
 * <p>Not for use by two threads.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, Object> PAST =
            Map.of("fetch.max.wait.ms", 5, "max.partition.fetch.bytes", 4 << 20, "max.poll.records", 2_000);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final String topic;

    private TopicReader(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, String topic) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.topic = topic;
    }

    /** What is done with each record; false stops the reading. */
    @FunctionalInterface
    public interface Sink {
        /** Takes one record; false when no more is wanted. */
        boolean take(ConsumerRecord<String, byte[]> entry);
    }

    /**
     * Opens a topic at its beginning.
     *
     * @param topic full name
     * @param patience how long to wait for the cluster
     * @throws BrokerException when the cluster does not answer or has no such topic
     */
    public static TopicReader open(KafkaAccess access, String topic, Duration patience) {
        return connected(access, topic, patience, Map.of());
    }

    /**
     * As {@link #open}, for {@link #between}: what is asked for is there already, so the broker answers at once and much at a time. Else
     * it would hold an answer back at the end of each partition, in the hope of more.
     */
    public static TopicReader openPast(KafkaAccess access, String topic, Duration patience) {
        return connected(access, topic, patience, PAST);
    }

    private static TopicReader connected(
            KafkaAccess access, String topic, Duration patience, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.putAll(more);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        settings.put("default.api.timeout.ms", Integer.toString((int) patience.toMillis()));
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic, patience);
            if (found == null || found.isEmpty()) {
                throw new BrokerException(
                        BrokerException.Kind.ENVIRONMENT,
                        "no topic " + topic + " on " + access.bootstrap()
                                + ": start the service once, or run ./visitwatch topics apply");
            }
            List<TopicPartition> partitions = found.stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return new TopicReader(consumer, partitions, topic);
        } catch (TimeoutException e) {
            consumer.close();
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "no answer from Kafka at " + access.bootstrap() + " within " + patience.toSeconds()
                            + " s: check that it runs and the address",
                    e);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Moves to the end: only what comes from now on. */
    public void toEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Moves to the first record stored at {@code time} or later; to the end where there is none. */
    public void toTime(Instant time) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(p -> asked.put(p, time.toEpochMilli()));
        toEnd();
        consumer.offsetsForTimes(asked).forEach((p, found) -> {
            if (found != null) {
                consumer.seek(p, found.offset());
            }
        });
    }

    /** Moves to given offsets, by partition. */
    public void seek(Map<Integer, Long> offsets) {
        offsets.forEach((p, offset) -> consumer.seek(new TopicPartition(topic, p), offset));
    }

    /** Reads all that is committed now. */
    public void readToEnd(Sink sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            if (!poll(sink)) {
                return;
            }
        }
    }

    /** First offset still kept, by partition. */
    public Map<Integer, Long> beginnings() {
        return byNumber(consumer.beginningOffsets(partitions));
    }

    /** Offset after the last committed record, by partition. */
    public Map<Integer, Long> ends() {
        return byNumber(consumer.endOffsets(partitions));
    }

    /** Records between offsets, partition after partition: the same in the same order every time. */
    public Iterator<ConsumerRecord<String, byte[]>> between(Map<Integer, Long> starts, Map<Integer, Long> ends) {
        return new TopicSpan(consumer, topic, starts, ends);
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> numbers = new TreeMap<>();
        offsets.forEach((partition, offset) -> numbers.put(partition.partition(), offset));
        return numbers;
    }

    /** Reads on until {@code running} says no or the sink wants no more. */
    public void follow(BooleanSupplier running, Sink sink) {
        while (running.getAsBoolean()) {
            if (!poll(sink)) {
                return;
            }
        }
    }

    private boolean poll(Sink sink) {
        try {
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                if (!sink.take(entry)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptException e) {
            return false; // asked to stop; the flag is set again by Kafka
        } catch (KafkaException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT, "cannot read " + topic + ": " + e.getMessage(), e);
        }
    }

    /** The partitions read. */
    public Collection<TopicPartition> partitions() {
        return partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
