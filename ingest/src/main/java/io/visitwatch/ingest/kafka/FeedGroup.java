package io.visitwatch.ingest.kafka;

import io.visitwatch.ingest.schedule.DueFeeds;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Membership in the group that shares the feeds out. One thread keeps the membership alive and reads the list of feeds; each
 * partition given to us is an {@link OwnedPartition} with the feeds in it.
 */
public final class FeedGroup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedGroup.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long GIVE_UP_MILLIS = 2_000;

    private final Topics topics;
    private final ClientSettings settings;
    private final InstantSource clock;
    private final OwnedPartition.Events events;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Integer, Held> held = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile ConsumerGroupMetadata member;
    private volatile boolean closed;

    /** A partition that is ours, and its feeds. */
    public static final class Held {
        private final OwnedPartition partition;
        private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
        private final Queue<String> changes;
        private final DueFeeds due = new DueFeeds();
        private volatile long listEnd = Long.MAX_VALUE;
        private volatile boolean listed;

        Held(OwnedPartition partition, Queue<String> changes) {
            this.partition = partition;
            this.changes = changes;
        }

        /** The partition. */
        public OwnedPartition partition() {
            return partition;
        }

        /** Its feeds. */
        public Collection<Feed> feeds() {
            return feeds.values();
        }

        /** One of its feeds; null when it is not among them. */
        public @Nullable Feed feed(String feedId) {
            return feeds.get(feedId);
        }

        /** Notes that something about a feed changed, so that it is planned anew. */
        public void changed(String feedId) {
            changes.add(feedId);
        }

        /** Takes out the next feed that changed: came, went, was stored, was asked for; null when none is left. */
        public @Nullable String nextChange() {
            return changes.poll();
        }

        /** Its feeds in the order of their polls; for the one thread that starts polls. */
        public DueFeeds due() {
            return due;
        }

        /** Whether both the list and the state are read. */
        public boolean ready() {
            return listed && partition.ready();
        }
    }

    /**
     * A member that has not joined yet.
     *
     * @param client Kafka client settings, {@code bootstrap.servers} among them
     * @param clock stamp of what is written
     */
    public FeedGroup(Topics topics, Map<String, Object> client, InstantSource clock, OwnedPartition.Events events) {
        this.topics = topics;
        this.settings = new ClientSettings(client, topics);
        this.clock = clock;
        this.events = events;
        this.consumer = new KafkaConsumer<>(settings.member());
        this.member = consumer.groupMetadata();
        this.thread = new Thread(this::run, "ingest-group");
        this.thread.setDaemon(true);
    }

    /** Brings the topic {@code feeds} in line with a configuration. */
    public void publish(Collection<Feed> feeds) {
        new FeedCatalog(settings, topics).publish(feeds);
    }

    /** Joins the group. */
    public void start() {
        consumer.subscribe(List.of(topics.feeds().name()), new Assignment());
        thread.start();
    }

    /** The partitions that are ours now. */
    public Collection<Held> held() {
        return held.values();
    }

    /** The partition a feed is polled in; null when it is none of ours, or not ready yet. */
    public @Nullable Held find(String feedId) {
        return held.values().stream()
                .filter(mine -> mine.feeds.containsKey(feedId) && mine.ready())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(2 * GIVE_UP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                step();
            }
        } finally {
            giveUp(List.copyOf(held.keySet()));
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(3)));
        }
    }

    private void step() {
        try {
            consumer.poll(POLL).forEach(this::take);
            member = consumer.groupMetadata();
            held.forEach(this::noteListed);
        } catch (WakeupException e) {
            LOG.debug("woken to close");
        } catch (KafkaException e) {
            LOG.warn("cannot read the list of feeds, trying again: {}", e.toString());
            pause();
        }
    }

    private void noteListed(int partition, Held mine) {
        if (!mine.listed) {
            TopicPartition source = new TopicPartition(topics.feeds().name(), partition);
            mine.listed = consumer.position(source) >= mine.listEnd;
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Held mine = held.get(record.partition());
        if (mine == null || record.key() == null) {
            return;
        }
        if (record.value() == null) {
            if (mine.feeds.remove(record.key()) != null && mine.ready()) {
                mine.partition.drop(record.key());
            }
            mine.changed(record.key());
            return;
        }
        try {
            Feed feed = StateRecords.feed(record.value());
            mine.feeds.put(record.key(), feed);
            mine.changed(record.key());
        } catch (IOException | IllegalArgumentException e) {
            events.unreadable(OwnedPartition.source(record), e);
        }
    }

    private void giveUp(Collection<Integer> partitions) {
        List<Held> leaving =
                partitions.stream().map(held::remove).filter(Objects::nonNull).toList();
        leaving.parallelStream().forEach(mine -> mine.partition.close(GIVE_UP_MILLIS));
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            for (TopicPartition p : partitions) {
                Queue<String> changes = new ConcurrentLinkedQueue<>();
                OwnedPartition owned = new OwnedPartition(
                        p.partition(), topics, settings, () -> member, clock, events, changes::addAll);
                Held mine = new Held(owned, changes);
                mine.listEnd = ends.getOrDefault(p, 0L);
                held.put(p.partition(), mine);
                owned.start();
            }
            LOG.info("feeds of partitions {} are ours", held.keySet());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            giveUp(partitions.stream().map(TopicPartition::partition).toList());
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            onPartitionsRevoked(partitions);
        }
    }
}
