package io.visitwatch.app.run;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jspecify.annotations.Nullable;

/** How far the stores of a step are read back from their changelogs. Thread-safe. */
final class RestoreProgress implements StateRestoreListener {
    private final ConcurrentMap<TopicPartition, Span> open = new ConcurrentHashMap<>();

    /** Records read of records there are, of one partition. */
    private record Span(long read, long total) {}

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        open.put(partition, new Span(0, Math.max(0, to - from)));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long last, long count) {
        open.computeIfPresent(partition, (p, span) -> new Span(span.read() + count, span.total()));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long count) {
        open.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long count) {
        open.remove(partition);
    }

    /** What is under way, for people; null when nothing is. */
    @Nullable String words() {
        if (open.isEmpty()) {
            return null;
        }
        long read = open.values().stream().mapToLong(Span::read).sum();
        long total = open.values().stream().mapToLong(Span::total).sum();
        return String.format(Locale.ROOT, "restoring: %,d of %,d records", Math.min(read, total), total);
    }
}
