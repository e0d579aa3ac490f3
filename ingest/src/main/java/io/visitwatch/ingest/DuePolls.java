package io.visitwatch.ingest;

import io.visitwatch.ingest.kafka.FeedGroup;
import io.visitwatch.ingest.kafka.FeedGroup.Held;
import io.visitwatch.ingest.kafka.OwnedPartition;
import io.visitwatch.ingest.push.Subscriber;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts the polls that are due. A feed is planned anew when something about it changed: it came into the list, a run of it was
 * stored, its hub did something. Nothing looks at the others.
 */
final class DuePolls {
    private static final int MOST_RUNS = 256;

    /** A feed polled less for its hub's sake is looked at this often once it would have been due: leases end by themselves. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final FeedGroup group;
    private final Homes homes;
    private final @Nullable Subscriber push;
    private final Duration longest;
    private final Set<String> hastened = ConcurrentHashMap.newKeySet();

    /** What is known of feeds, and where their runs begin. */
    interface Homes {
        /** State of a feed as of now. */
        FeedState state(OwnedPartition partition, Feed feed, Instant now);

        /** Begins a run, which its partition has taken note of. */
        void start(OwnedPartition partition, Feed feed, FeedState state);
    }

    /**
     * Nothing planned yet.
     *
     * @param push what is known of hubs; null when there are none
     * @param longest longest interval of a feed that answers
     */
    DuePolls(FeedGroup group, Homes homes, @Nullable Subscriber push, Duration longest) {
        this.group = group;
        this.homes = homes;
        this.push = push;
        this.longest = longest;
    }

    /** Has a feed polled at the next tick, or after the run that is going on. */
    void hasten(String feedId) {
        hastened.add(feedId);
        Held held = group.find(feedId);
        if (held != null) {
            held.changed(feedId);
        }
    }

    /** Runs going on. */
    int runs() {
        return group.held().stream().mapToInt(held -> held.partition().runs()).sum();
    }

    /** Starts what is due. Called by one thread. */
    void tick(Instant now) {
        for (Held held : group.held()) {
            if (held.ready()) {
                for (String feedId = held.nextChange(); feedId != null; feedId = held.nextChange()) {
                    plan(held, feedId, now);
                }
                start(held, now);
            }
        }
    }

    private void plan(Held held, String feedId, Instant now) {
        Feed feed = held.feed(feedId);
        FeedState state = feed == null ? null : homes.state(held.partition(), feed, now);
        if (state == null || state.stopped() || held.partition().running(feedId)) {
            held.due().forget(feedId); // the end of a run and the end of a stop are changes
        } else {
            held.due()
                    .plan(feedId, hastened.contains(feedId) ? now : state.pace().next());
        }
    }

    private void start(Held held, Instant now) {
        while (runs() < MOST_RUNS) {
            String feedId = held.due().poll(now);
            if (feedId == null) {
                return;
            }
            Feed feed = held.feed(feedId);
            if (feed != null) {
                startOrPutOff(held, feed, now);
            }
        }
    }

    private void startOrPutOff(Held held, Feed feed, Instant now) {
        OwnedPartition partition = held.partition();
        FeedState state = homes.state(partition, feed, now);
        if (state.stopped() || partition.running(feed.id())) {
            return;
        }
        Instant next = next(state, now);
        if (next.isAfter(now)) {
            Instant again = now.plus(LOOK_AGAIN);
            held.due().plan(feed.id(), next.isBefore(again) ? next : again);
        } else if (partition.begin(feed.id())) {
            hastened.remove(feed.id());
            homes.start(partition, feed, state);
        }
    }

    private Instant next(FeedState state, Instant now) {
        if (hastened.contains(state.feedId())) {
            return now;
        }
        return push == null ? state.pace().next() : push.nextPoll(state, longest, now);
    }
}
