package io.visitwatch.ingest.schedule;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Feeds in the order in which they are due, so that finding those that are costs what is due and not what is known. Not for use by
 * several threads at once.
 */
public final class DueFeeds {
    private final Map<String, Planned> byFeed = new HashMap<>();
    private final TreeSet<Planned> inOrder = new TreeSet<>();

    /** Plans a feed for {@code next}, UTC, whatever it was planned for before. */
    public void plan(String feedId, Instant next) {
        forget(feedId);
        Planned planned = new Planned(next, feedId);
        byFeed.put(feedId, planned);
        inOrder.add(planned);
    }

    /** Plans a feed no more. */
    public void forget(String feedId) {
        Planned old = byFeed.remove(feedId);
        if (old != null) {
            inOrder.remove(old);
        }
    }

    /** Takes out the feed that is due longest; null when none is due by {@code now}. */
    public @Nullable String poll(Instant now) {
        if (inOrder.isEmpty() || inOrder.first().next().isAfter(now)) {
            return null;
        }
        String feedId = inOrder.first().feedId();
        forget(feedId);
        return feedId;
    }

    /** When the next feed is due, UTC; null when none is planned. */
    public @Nullable Instant next() {
        return inOrder.isEmpty() ? null : inOrder.first().next();
    }

    /** Number of feeds planned. */
    public int size() {
        return byFeed.size();
    }

    private record Planned(Instant next, String feedId) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            int byTime = next.compareTo(other.next);
            return byTime != 0 ? byTime : feedId.compareTo(other.feedId);
        }
    }
}
