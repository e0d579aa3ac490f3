package io.visitwatch.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.fetch.RobotsPolicy;
import io.visitwatch.ingest.kafka.FeedGroup;
import io.visitwatch.ingest.kafka.OwnedPartition;
import io.visitwatch.ingest.poll.FeedRunner;
import io.visitwatch.ingest.poll.Known;
import io.visitwatch.ingest.poll.Progress;
import io.visitwatch.ingest.push.Subscriber;
import io.visitwatch.ingest.push.Subscription;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedSchedule;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.Health;
import io.visitwatch.ingest.schedule.SteadyClock;
import io.visitwatch.model.wire.Topics;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the feeds that are ours and writes their articles.
 *
 * <p>The topics must exist. Several instances with the same prefix share the feeds. Nothing here fails for what feeds or sites do;
 * while the broker is away polling pauses by itself and goes on when it is back.
 */
public final class IngestService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final long TICK_MILLIS = 100;
    private static final long RENEW_MILLIS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IngestConfig config;
    private final InstantSource clock;
    private final HttpFetcher fetcher;
    private final HostQueues queues;
    private final FeedRunner runner;
    private final FeedGroup group;
    private final @Nullable Subscriber push;
    private final DuePolls polls;
    private volatile boolean paused;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(1, work -> thread(work, "ingest-timer"));
    private final List<Thread> workers = new ArrayList<>();

    private IngestService(
            IngestConfig config,
            Map<String, Object> client,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock) {
        this.config = config;
        this.clock = new SteadyClock(clock, System::nanoTime);
        this.fetcher = new HttpFetcher(config.fetcher());
        this.queues = new HostQueues(config.perHost(), config.gap(), System::nanoTime);
        IngestMetrics metrics = new IngestMetrics(registry);
        this.runner = new FeedRunner(
                fetcher,
                new RobotsPolicy(fetcher, config.fetcher(), clock),
                queues,
                new FeedSchedule(config.rules()),
                config.poll(),
                this.clock,
                clock,
                () -> ThreadLocalRandom.current().nextLong(),
                timer,
                metrics,
                this::atHubs);
        this.push = config.pushCallback() == null
                ? null
                : new Subscriber(
                        config.pushCallback(),
                        new Homes(),
                        fetcher,
                        queues,
                        this.clock,
                        IngestService::unguessable,
                        metrics::push);
        this.group = new FeedGroup(topics, client, clock, metrics);
        this.polls = new DuePolls(group, new Runs(), push, config.rules().max());
        for (Health.Kind kind : Health.Kind.values()) {
            Gauge.builder("visitwatch.ingest.feeds", this, service -> service.feedsIn(kind))
                    .tag("health", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("visitwatch.ingest.queue", queues, HostQueues::size).register(registry);
        Gauge.builder("visitwatch.ingest.runs", polls, DuePolls::runs).register(registry);
    }

    /**
     * Starts ingest.
     *
     * @param kafkaClientProps Kafka client settings, {@code bootstrap.servers} among them
     * @param registry where to count
     * @param clock stamp of first sights and times of polls, UTC
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer
     */
    public static IngestService start(
            IngestConfig config,
            Map<String, Object> kafkaClientProps,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock) {
        IngestService service = new IngestService(config, kafkaClientProps, topics, registry, clock);
        service.start();
        return service;
    }

    /** How the feeds of this instance are, by outlet and address. */
    public List<FeedStatus> status() {
        List<FeedStatus> all = new ArrayList<>();
        for (FeedGroup.Held held : group.held()) {
            for (Feed feed : held.feeds()) {
                FeedState state = state(held.partition(), feed, clock.instant());
                int entries = held.partition().seen(feed.id()).size();
                all.add(new FeedStatus(
                        feed.id(),
                        state.address().current(),
                        feed.outlet().name(),
                        state.health(),
                        state.history().attempted(),
                        state.history().succeeded(),
                        state.history().broughtNew(),
                        state.pace().next(),
                        entries));
            }
        }
        all.sort(Comparator.comparing(FeedStatus::outlet).thenComparing(FeedStatus::url));
        return all;
    }

    /**
     * Polls a feed again that had stopped for good (410), at once.
     *
     * @return false when the feed is not one of this instance
     */
    public boolean resume(String feedId) {
        for (FeedGroup.Held held : group.held()) {
            for (Feed feed : held.feeds()) {
                if (feed.id().equals(feedId)) {
                    Instant now = clock.instant();
                    FeedState state = state(held.partition(), feed, now).resumed(now);
                    return held.partition().accept(Progress.ended(state, List.of()));
                }
            }
        }
        return false;
    }

    /** What hubs talk to; null when the configuration names no address for them. */
    public @Nullable Subscriber push() {
        return push;
    }

    /** Whether no feed is polled for now; what is under way is stored all the same. */
    public void pause(boolean still) {
        paused = still;
    }

    /** Replaces the list of feeds of the configuration, for every instance. */
    public void publish(List<Feed> feeds) {
        group.publish(feeds);
    }

    /** Stops polling, stores what has arrived, leaves the group. Takes at most 10 seconds. */
    @Override
    public void close() {
        timer.shutdownNow();
        queues.close();
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        workers.forEach(worker -> join(worker, end));
        group.close();
        workers.forEach(Thread::interrupt);
        fetcher.close();
    }

    private void start() {
        group.publish(config.feeds());
        group.start();
        for (int i = 0; i < config.threads(); i++) {
            Thread worker = thread(this::work, "ingest-worker-" + i);
            workers.add(worker);
            worker.start();
        }
        every(TICK_MILLIS, this::tick);
        if (push != null) {
            every(RENEW_MILLIS, this::renew);
        }
        LOG.info(
                "ingest started with {} feeds in its configuration",
                config.feeds().size());
    }

    private void every(long millis, Runnable work) {
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void work() {
        try {
            HostQueues.Job job = queues.take();
            while (job != null) {
                run(job);
                job = queues.take();
            }
        } catch (InterruptedException e) {
            LOG.debug("worker stopped");
        }
    }

    /** The edge of all work on foreign input: whatever it does to a parser, the worker lives on. */
    private static void run(HostQueues.Job job) {
        try {
            job.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a job for {} failed", job.host(), e);
        }
    }

    private void tick() {
        if (paused) {
            return;
        }
        try {
            polls.tick(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("cannot look for feeds that are due", e);
        }
    }

    private static Known known(OwnedPartition partition, Feed feed, FeedState state) {
        return new Known(state, partition.seen(feed.id()), partition.boilerplate(feed.id()));
    }

    private void atHubs(Feed feed, List<String> hubs, String topic) {
        if (push != null) {
            push.read(feed.id(), hubs, topic);
        }
    }

    private void renew() {
        try {
            if (push != null) {
                group.held().stream()
                        .filter(FeedGroup.Held::ready)
                        .flatMap(held -> held.feeds().stream())
                        .forEach(feed -> push.renew(feed.id()));
            }
        } catch (RuntimeException e) {
            LOG.error("cannot look for subscriptions that end", e);
        }
    }

    private static byte[] unguessable() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What the polls that are due need of us. */
    private final class Runs implements DuePolls.Homes {
        @Override
        public FeedState state(OwnedPartition partition, Feed feed, Instant now) {
            return IngestService.this.state(partition, feed, now);
        }

        @Override
        public void start(OwnedPartition partition, Feed feed, FeedState state) {
            runner.start(feed, known(partition, feed, state), partition);
        }
    }

    /** What the subscriber sees of our feeds. */
    private final class Homes implements Subscriber.Homes {
        @Override
        public boolean has(String feedId) {
            return group.find(feedId) != null;
        }

        @Override
        public @Nullable Subscription stored(String feedId) {
            FeedGroup.Held held = group.find(feedId);
            return held == null ? null : held.partition().push(feedId);
        }

        @Override
        public void store(String feedId, Subscription subscription) {
            FeedGroup.Held held = group.find(feedId);
            if (held != null) {
                held.partition().accept(Progress.pushed(feedId, subscription));
            }
        }

        @Override
        public void bring(String feedId, FeedResult.Read brought) {
            FeedGroup.Held held = group.find(feedId);
            Feed feed = held == null ? null : held.feed(feedId);
            if (held == null || feed == null) {
                return;
            }
            OwnedPartition partition = held.partition();
            FeedState state = state(partition, feed, clock.instant());
            if (paused || !state.history().imported() || state.stopped() || !partition.begin(feedId)) {
                hasten(feedId); // what is under way would not see it: a poll will
            } else {
                runner.push(feed, known(partition, feed, state), brought, partition);
            }
        }

        @Override
        public void hasten(String feedId) {
            polls.hasten(feedId);
        }
    }

    private long feedsIn(Health.Kind kind) {
        Instant now = clock.instant();
        return group.held().stream()
                .flatMap(held -> held.feeds().stream().map(feed -> state(held.partition(), feed, now)))
                .filter(state -> state.health().kind() == kind)
                .count();
    }

    private FeedState state(OwnedPartition partition, Feed feed, Instant now) {
        Map<String, String> credentials = config.poll().credentials().getOrDefault(feed.id(), Map.of());
        String digest = credentials.isEmpty() ? "" : Feed.idOf(credentials.toString());
        return FeedSchedule.restored(
                partition.state(feed, digest, config.rules().start(), now), now);
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void join(Thread thread, long end) {
        try {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left > 0) {
                thread.join(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
