package io.visitwatch.app.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Records of a topic between offsets, partition after partition: the same records in the same order every time. */
final class TopicSpan implements Iterator<ConsumerRecord<String, byte[]>> {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends =
            new TreeMap<>((a, b) -> Integer.compare(a.partition(), b.partition()));
    private final Map<Integer, Long> starts;
    private final Deque<TopicPartition> left = new ArrayDeque<>();
    private @Nullable TopicPartition current;
    private Iterator<ConsumerRecord<String, byte[]>> polled = Collections.emptyIterator();
    private @Nullable ConsumerRecord<String, byte[]> next;

    /**
     * A span that has not begun.
     *
     * @param starts first offset of each partition
     * @param ends offset after the last of each partition
     */
    TopicSpan(Consumer<String, byte[]> consumer, String topic, Map<Integer, Long> starts, Map<Integer, Long> ends) {
        this.consumer = consumer;
        this.starts = starts;
        ends.forEach((partition, end) -> this.ends.put(new TopicPartition(topic, partition), end));
        left.addAll(this.ends.keySet());
    }

    @Override
    public boolean hasNext() {
        while (next == null && (polled.hasNext() || advance())) {
            if (polled.hasNext()) {
                ConsumerRecord<String, byte[]> entry = polled.next();
                next = entry.offset() < end() ? entry : null;
            }
        }
        return next != null;
    }

    @Override
    public ConsumerRecord<String, byte[]> next() {
        ConsumerRecord<String, byte[]> entry = hasNext() ? next : null;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return entry;
    }

    /** Asks for more; false at the end of the last partition. */
    private boolean advance() {
        while (current == null || consumer.position(current) >= end()) {
            current = left.poll();
            if (current == null) {
                return false;
            }
            consumer.assign(List.of(current));
            consumer.seek(current, starts.getOrDefault(current.partition(), 0L));
        }
        polled = consumer.poll(POLL).iterator();
        return true;
    }

    private long end() {
        return current == null ? 0 : ends.getOrDefault(current, 0L);
    }
}
