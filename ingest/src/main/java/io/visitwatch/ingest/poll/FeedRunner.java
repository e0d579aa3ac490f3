package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.extract.EntryHints;
import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.feed.LinkHeader;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.fetch.RobotsPolicy;
import io.visitwatch.ingest.schedule.FailureRules;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedSchedule;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.Health;
import io.visitwatch.ingest.schedule.PollOutcome;
import io.visitwatch.ingest.seen.DocumentReading;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.ingest.seen.Sighting;
import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs feeds: the poll itself as one job in its host's queue, then one job per page in that page's host's queue, then the end of
 * the run with the feed's next state.
 */
public final class FeedRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);
    private static final int PAGE_TRIES = 3;
    private static final Duration PAGE_RETRY = Duration.ofSeconds(5);

    private final FeedAsk asking;
    private final PageReader pages;
    private final HostQueues queues;
    private final FeedSchedule schedule;
    private final PollConfig config;
    private final InstantSource clock;
    private final InstantSource wall;
    private final RandomGenerator random;
    private final ScheduledExecutorService later;
    private final PollListener listener;
    private final HubListener hubs;
    private final FinalAddresses addresses = new FinalAddresses();

    /**
     * A runner over shared parts.
     *
     * @param clock steady time, for schedules
     * @param wall stated time, for first sights
     * @param later where a page waits for its next try
     * @param random source of the jitter; used by many threads
     * @param hubs told where feeds can be subscribed to
     */
    public FeedRunner(
            HttpFetcher fetcher,
            RobotsPolicy robots,
            HostQueues queues,
            FeedSchedule schedule,
            PollConfig config,
            InstantSource clock,
            InstantSource wall,
            RandomGenerator random,
            ScheduledExecutorService later,
            PollListener listener,
            HubListener hubs) {
        this.asking = new FeedAsk(fetcher, robots, queues, config);
        this.pages = new PageReader(fetcher, robots, config.total());
        this.queues = queues;
        this.schedule = schedule;
        this.config = config;
        this.clock = clock;
        this.wall = wall;
        this.random = random;
        this.later = later;
        this.listener = listener;
        this.hubs = hubs;
    }

    /** Queues one run of a feed; its steps arrive at {@code sink}, the last with the feed's next state. */
    public void start(Feed feed, Known known, ProgressSink sink) {
        queues.add(host(known.state().address().current()), () -> new Run(feed, known, sink).poll());
    }

    /** Runs a feed on what a hub has brought, on the calling thread; the entries' pages are fetched as after a poll. */
    public void push(Feed feed, Known known, FeedResult.Read brought, ProgressSink sink) {
        new Run(feed, known, sink).push(brought);
    }

    static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ""; // the fetcher refuses it and says why
        }
    }

    private final class Run {
        private final Feed feed;
        private final FeedState state;
        private final SeenEntries seen;
        private final ProgressSink sink;
        private final Furniture furniture;
        private final AtomicInteger open = new AtomicInteger();
        private volatile @Nullable FeedState after;

        Run(Feed feed, Known known, ProgressSink sink) {
            this.feed = feed;
            this.state = known.state();
            this.seen = known.seen();
            this.furniture = new Furniture(known.boilerplate());
            this.sink = sink;
        }

        /** A parser that fails on foreign input must not leave the run open for ever. */
        void poll() {
            try {
                ask();
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("reading feed {} ({}) failed", feed.id(), feed.url(), e);
                PollOutcome outcome =
                        new PollOutcome.Unreadable(FeedResult.Kind.BROKEN, "our reader failed on it: " + e, List.of());
                settle(new FeedAsk.Settled(feed.url(), outcome, null), clock.instant());
            }
        }

        void push(FeedResult.Read brought) {
            DocumentReading reading = DocumentReading.ofPart(seen, brought.entries(), wall.instant());
            take(
                    reading,
                    FeedSchedule.pushed(state, reading.newEntries(), clock.instant()),
                    brought.head().language());
        }

        private void ask() {
            Instant started = clock.instant();
            FeedAsk.Answer answer = asking.ask(state, started);
            Instant now = clock.instant();
            if (answer instanceof FeedAsk.Settled settled) {
                settle(settled, now);
            } else {
                FeedAsk.Document document = (FeedAsk.Document) answer;
                read(asking.withMore(document, state, host(state.address().current())), now);
            }
        }

        private void settle(FeedAsk.Settled settled, Instant now) {
            PollOutcome outcome = settled.outcome();
            if (outcome instanceof PollOutcome.Failed failed) {
                FailureRules.hostPause(failed.failure(), state.history().failures(), now)
                        .ifPresent(pause -> queues.pause(host(settled.url()), pause));
            }
            FeedState next = schedule.next(state, outcome, now, random);
            listener.polled(feed, outcome, next);
            boolean firstTime = state.health().kind() != Health.Kind.NOT_A_FEED;
            List<DeadLetter> letters = outcome instanceof PollOutcome.Unreadable unreadable && firstTime
                    ? List.of(DeadLetters.of(feed, unreadable.cause(), settled.url(), settled.body()))
                    : List.of();
            sink.accept(Progress.ended(next, letters));
        }

        private void read(FeedAsk.Document document, Instant now) {
            DocumentReading reading = DocumentReading.of(
                    seen, document.entries(), state.history().imported(), config.freshAtImport(), wall.instant());
            PollOutcome.Read outcome = document.outcome(reading.newEntries(), reading.rekeyed(), now);
            FeedState next = addresses
                    .claim(document.url(), feed.id(), now)
                    .map(other -> schedule.next(state, outcome, now, random)
                            .with(new Health(Health.Kind.DUPLICATE, "ends at the same address as feed " + other)))
                    .orElseGet(() -> schedule.next(state, outcome, now, random));
            listener.polled(feed, outcome, next);
            if (document.complete()) {
                String header = document.fetched().headers().get("link");
                hubs.read(
                        feed,
                        LinkHeader.hubs(header, document.head(), document.url()),
                        LinkHeader.topic(header, document.head(), document.url()));
            }
            take(reading, next, document.head().language());
        }

        private void take(DocumentReading reading, FeedState next, @Nullable String language) {
            after = next;
            if (!sink.accept(Progress.began(feed.id(), reading.seen()))) {
                return;
            }
            open.set(reading.sightings().size() + 1);
            int backfill = 0;
            for (Sighting sighting : reading.sightings()) {
                backfill += sighting.backfill() ? 1 : 0;
                boolean page =
                        wantsPage(sighting.entry()) && (!sighting.backfill() || backfill <= config.backfillPages());
                handle(sighting, EntryHints.of(sighting.entry(), sighting.ownLink(), language), page);
            }
            closed();
        }

        private boolean wantsPage(Entry entry) {
            if (!config.fetchPages() || entry.link() == null || feed.pages() == Feed.PageUse.NEVER) {
                return false;
            }
            int length = entry.body() == null ? 0 : entry.body().plain().length();
            return feed.pages() == Feed.PageUse.ALWAYS || length < config.shortText();
        }

        private void handle(Sighting sighting, EntryHints hints, boolean page) {
            if (!ArticleMaker.readable(sighting.entry())) {
                String source =
                        feed.url() + "#" + Objects.toString(sighting.entry().guid(), "");
                DeadLetter letter = DeadLetters.of(feed, "an entry without title, text and link", source, null);
                finish(Progress.rejected(feed.id(), sighting.mark(), letter));
            } else if (page) {
                String url = Objects.requireNonNull(sighting.entry().link());
                queues.add(host(url), () -> tryPage(sighting, hints, url, 1));
            } else {
                make(sighting, hints, new PageReader.Result(null, null));
            }
        }

        private void tryPage(Sighting sighting, EntryHints hints, String url, int attempt) {
            try {
                page(sighting, hints, url, attempt);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("reading page {} of feed {} failed", url, feed.id(), e);
                DeadLetter letter = DeadLetters.of(feed, "our reader failed on the page: " + e, url, null);
                finish(Progress.rejected(feed.id(), sighting.mark(), letter));
            }
        }

        private void page(Sighting sighting, EntryHints hints, String url, int attempt) {
            if (pages.askedRobots(url, queues)) {
                queues.add(
                        host(url),
                        () -> tryPage(sighting, hints, url, attempt)); // the host has had its request for now
                return;
            }
            PageReader.Result result = pages.read(url, hints, queues);
            Failed failure = result.failure();
            listener.page(feed, url, failure);
            if (failure != null && passing(failure) && attempt < PAGE_TRIES) {
                FailureRules.hostPause(failure, 0, clock.instant()).ifPresent(pause -> queues.pause(host(url), pause));
                ScheduledFuture<?> unused = later.schedule(
                        () -> queues.add(host(url), () -> tryPage(sighting, hints, url, attempt + 1)),
                        PAGE_RETRY.toMillis() << attempt,
                        TimeUnit.MILLISECONDS);
                return;
            }
            make(sighting, hints, result);
        }

        private static boolean passing(Failed failure) {
            return switch (failure.reason()) {
                case DNS, CONNECT, TIMEOUT, BROKEN, TOO_MANY_REQUESTS, SERVER_ERROR, HOST_BUSY -> true;
                default -> false;
            };
        }

        private void make(Sighting sighting, EntryHints hints, PageReader.Result result) {
            Failed failure = result.failure();
            String flag = failure == null ? null : failure.reason() == Reason.ROBOTS ? "robots" : "page-unavailable";
            ExtractedPage page = result.page();
            ExtractedPage cleared = page == null ? null : furniture.clear(page, !sighting.revision());
            Article article = ArticleMaker.make(feed, sighting, hints, cleared, flag);
            finish(Progress.made(feed.id(), article, sighting.mark()));
        }

        private void finish(Progress progress) {
            sink.accept(progress);
            closed();
        }

        private void closed() {
            FeedState end = after;
            if (open.decrementAndGet() == 0 && end != null) {
                sink.accept(Progress.ended(end, furniture.learned()));
            }
        }
    }
}
