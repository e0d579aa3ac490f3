package io.visitwatch.ingest.kafka;

import io.visitwatch.ingest.extract.OutletBoilerplate;
import io.visitwatch.ingest.poll.Progress;
import io.visitwatch.ingest.poll.ProgressSink;
import io.visitwatch.ingest.push.Subscription;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of feeds while it is ours: a thread that first takes over, then stores what runs hand in, several steps in one
 * transaction.
 *
 * <p>When a write fails, nothing is assumed: the producer is opened anew, the partition's state read again, and the number of the
 * last transaction tells whether the write had arrived.
 */
public final class OwnedPartition implements ProgressSink {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedPartition.class);
    private static final int WAITING = 256;
    private static final int TOGETHER = 128;
    private static final long RETRY_MILLIS = 500;
    private static final long LONGEST_RETRY_MILLIS = 10_000;

    private final int partition;
    private final Topics topics;
    private final PartitionReader reader;
    private final PartitionWriter writer;
    private final InstantSource clock;
    private final Events events;
    private final Consumer<Collection<String>> changed;
    private final BlockingQueue<Progress> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile PartitionState state = new PartitionState();
    private volatile boolean ready;
    private volatile boolean closed;
    private volatile boolean abandoned;

    /**
     * One transaction that is stored.
     *
     * @param articles articles written
     * @param repeated articles left out because another feed has published them
     * @param letters dead letters written
     * @param nanos time from the first byte to the commit
     */
    public record Stored(List<Article> articles, int repeated, int letters, long nanos) {}

    /** Told what happens to a partition. Called on the partition's thread. */
    public interface Events {
        /** A transaction is stored. */
        void stored(OwnedPartition partition, Stored done);

        /** A write or a take-over failed and is tried again. */
        void failed(OwnedPartition partition, Exception cause);

        /** A record of the state could not be read. */
        void unreadable(String source, Exception cause);
    }

    /**
     * A partition not taken over yet.
     *
     * @param changed told the feeds whose stored state is another one now, after their runs are over
     */
    OwnedPartition(
            int partition,
            Topics topics,
            ClientSettings settings,
            Supplier<ConsumerGroupMetadata> member,
            InstantSource clock,
            Events events,
            Consumer<Collection<String>> changed) {
        this.partition = partition;
        this.topics = topics;
        this.reader = new PartitionReader(settings);
        this.writer = new PartitionWriter(settings, topics, partition, member);
        this.clock = clock;
        this.events = events;
        this.changed = changed;
        this.thread = new Thread(this::run, "ingest-partition-" + partition);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Its number. */
    public int partition() {
        return partition;
    }

    /** Whether its state is read and feeds may be polled. */
    public boolean ready() {
        return ready && !closed;
    }

    /** Marks a run of a feed as begun, until its last step is stored; false when one is still going on. */
    public boolean begin(String feedId) {
        return ready() && running.add(feedId);
    }

    /** Whether a run of the feed is going on. */
    public boolean running(String feedId) {
        return running.contains(feedId);
    }

    /** Runs going on. */
    public int runs() {
        return running.size();
    }

    /** Steps waiting to be stored. */
    public int backlog() {
        return waiting.size();
    }

    /** State of a feed, made anew where nothing is stored or the configuration changed. */
    public FeedState state(Feed feed, String credentials, Duration interval, Instant now) {
        FeedState stored = state.state(feed.id());
        return stored == null
                ? FeedState.first(feed, credentials, now, interval)
                : stored.configured(feed, credentials, now);
    }

    /** What is known of a feed's entries. */
    public SeenEntries seen(String feedId) {
        return state.seen(feedId);
    }

    /** What the feed's pages repeat. */
    public OutletBoilerplate boilerplate(String feedId) {
        return state.boilerplate(feedId);
    }

    /** What the feed has at its hub; null when it never subscribed. */
    public @Nullable Subscription push(String feedId) {
        return state.push(feedId);
    }

    @Override
    public boolean accept(Progress progress) {
        try {
            while (!closed) {
                if (waiting.offer(progress, 200, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Forgets a feed that left the list. Does not wait: what does not fit now stays stored and harms nobody. */
    void drop(String feedId) {
        if (!waiting.offer(Progress.removed(feedId))) {
            LOG.debug("state of feed {} is kept: the queue is full", feedId);
        }
    }

    /**
     * Gives the partition up: takes nothing more, stores what waits if that is done in time, else drops it; a transaction in the
     * making is then aborted by the next owner.
     */
    void close(long millis) {
        closed = true;
        try {
            thread.join(millis);
            if (thread.isAlive()) {
                abandoned = true;
                thread.interrupt();
                thread.join(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            takeOver();
            while (!closed || !waiting.isEmpty()) {
                Progress first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Progress> steps = new ArrayList<>();
                    steps.add(first);
                    waiting.drainTo(steps, TOGETHER);
                    store(steps);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("partition {} given up with {} steps not stored", partition, waiting.size());
        } finally {
            abandoned = Thread.interrupted(); // a producer that closes on an interrupted thread says so at length
            writer.close();
        }
    }

    private void store(List<Progress> steps) throws InterruptedException {
        while (!abandoned) {
            PartitionState.Transaction batch = state.plan(steps);
            long started = System.nanoTime();
            try {
                writer.write(batch, clock.instant());
                state.apply(batch);
                done(batch, started);
                return;
            } catch (KafkaException e) {
                stopIfInterrupted(e);
                events.failed(this, e);
                takeOver();
                if (state.batch() == batch.number) {
                    done(batch, started); // it had arrived, only the answer was lost
                    return;
                }
            }
        }
    }

    private void done(PartitionState.Transaction batch, long started) {
        running.removeAll(batch.states.keySet());
        changed.accept(batch.states.keySet());
        changed.accept(batch.pushes.keySet());
        long nanos = System.nanoTime() - started;
        events.stored(this, new Stored(List.copyOf(batch.articles), batch.repeated, batch.letters.size(), nanos));
    }

    private void takeOver() throws InterruptedException {
        long wait = RETRY_MILLIS;
        while (!abandoned) {
            try {
                writer.open();
                PartitionState fresh = new PartitionState();
                TopicPartition source = new TopicPartition(topics.feedState().name(), partition);
                if (reader.read(source, () -> !abandoned, record -> load(fresh, record))) {
                    state = fresh;
                    ready = true;
                    changed.accept(fresh.feeds());
                }
                return;
            } catch (KafkaException e) {
                stopIfInterrupted(e);
                events.failed(this, e);
                Thread.sleep(e instanceof AuthorizationException ? LONGEST_RETRY_MILLIS : wait);
                wait = Math.min(LONGEST_RETRY_MILLIS, wait * 2);
            }
        }
    }

    /** Kafka wraps an interrupt in an exception of its own. */
    private static void stopIfInterrupted(KafkaException e) throws InterruptedException {
        if (e instanceof InterruptException || Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void load(PartitionState fresh, ConsumerRecord<String, byte[]> record) {
        try {
            fresh.load(record);
        } catch (IOException | IllegalArgumentException e) {
            events.unreadable(source(record), e);
        }
    }

    /** Where a record stands, for people: {@code topic-partition@offset} and its key. */
    static String source(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset() + " (key " + record.key() + ")";
    }
}
