package io.visitwatch.bench.parts;

import io.visitwatch.bench.Curve;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedPacing;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.CacheValidators;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.schedule.DueFeeds;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedSchedule;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.PollOutcome;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.ingest.seen.DocumentReading;
import io.visitwatch.ingest.seen.Mark;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * What a poll that brings one new article costs, without network and broker, as feeds grow from ten to ten thousand: finding the
 * feed that is due, the queue of its host, the document, what is known of its entries, the next state, its place in the plan.
 */
public final class FeedGrowth implements Measurement {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000);
    private static final int POLLS = 2_000;
    private static final int ENTRIES = 50;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = Instant.parse("2026-01-20T09:00:00Z");
    private static final Path CURVE = Path.of("docs", "growth-feeds.svg");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public List<String> ids() {
        return List.of("growth-feeds");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<Rounds.Timed> works = new ArrayList<>();
        for (int size : SIZES) {
            Group group = new Group(size);
            works.add(group::seconds);
        }
        List<List<Double>> times = Rounds.inTurn(setup.rounds(), works);
        Rounds.Times ends = new Rounds.Times(times.get(SIZES.size() - 1), times.get(0));
        Curve.write(CURVE, "Microseconds for a poll with one new article, by feeds", SIZES, times, 1e6);
        return List.of(new Row(
                "growth-feeds",
                "a poll with one new article among 10,000 feeds, network and broker left out",
                "the same poll among 10 feeds",
                "flat: ≤ 1.1 × its time",
                Row.Bound.AT_MOST,
                1.1,
                "x",
                ends.slowdowns(),
                ends.detail() + " a poll of " + ENTRIES
                        + " entries, a host for each feed; curve: [growth-feeds.svg](growth-feeds.svg)"));
    }

    /** Feeds, and what is known of them. */
    private static final class Group {
        private final Map<String, Feed> feeds = new HashMap<>();
        private final DueFeeds due = new DueFeeds();
        private final Map<String, FeedState> states = new HashMap<>();
        private final Map<String, SeenEntries> known = new HashMap<>();
        private final HostQueues queues = new HostQueues(1, Duration.ZERO, System::nanoTime);
        private final FeedSchedule schedule = new FeedSchedule(PollRules.standard());
        private final Random random = new Random(9);
        private final byte[] document = document(1);
        private int brought;

        Group(int size) {
            Outlet outlet = new Outlet("Made News", null, SourceClass.AGENCY);
            for (int i = 0; i < size; i++) {
                Feed feed = Feed.of("http://host" + i + ".invalid/feed", outlet);
                feeds.put(feed.id(), feed);
                states.put(feed.id(), FeedState.first(feed, "", NOW, Duration.ofMinutes(5)));
                known.put(feed.id(), SeenEntries.NONE);
                poll(feed, document(0), NOW);
            }
        }

        /** Every feed when it is due, until there are enough polls; what is known is put back where all had theirs. */
        double seconds() {
            double seconds = 0;
            Map<String, FeedState> before = Map.copyOf(states);
            Map<String, SeenEntries> knownBefore = Map.copyOf(known);
            int polls = 0;
            for (; polls < POLLS; polls += feeds.size()) {
                before.forEach((id, state) -> due.plan(id, state.pace().next()));
                brought = 0;
                long start = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < feeds.size(); i++) {
                    pollNext();
                }
                seconds += (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
                if (brought != feeds.size()) {
                    throw new IllegalStateException(brought + " new articles in " + feeds.size() + " feeds");
                }
                states.putAll(before);
                known.putAll(knownBefore);
            }
            return seconds / polls;
        }

        /** One tick that finds nothing due, and the first one that finds something. */
        private void pollNext() {
            Instant now = Objects.requireNonNull(due.next(), "feeds are planned");
            Feed feed = due.poll(now.minusMillis(1)) == null ? feeds.get(due.poll(now)) : null;
            if (feed == null) {
                throw new IllegalStateException("a feed that was not due, or none of ours");
            }
            queues.add(feed.url(), () -> poll(feed, document, now));
            HostQueues.Job job = Objects.requireNonNull(queues.poll(), "the host is free");
            job.run();
        }

        private void poll(Feed feed, byte[] body, Instant now) {
            if (!(FeedReader.read(FeedDocument.of(body, feed.url())) instanceof FeedResult.Read read)) {
                throw new IllegalStateException("the made feed cannot be read");
            }
            FeedState state = states.get(feed.id());
            SeenEntries seen = known.getOrDefault(feed.id(), SeenEntries.NONE);
            if (state == null) {
                throw new IllegalStateException("no state of " + feed.id());
            }
            DocumentReading reading =
                    DocumentReading.of(seen, read.entries(), state.history().imported(), DAY, now);
            List<Mark> marks = new ArrayList<>();
            reading.sightings().forEach(sighting -> marks.add(sighting.mark().published("0".repeat(31) + "1", true)));
            known.put(feed.id(), reading.seen().with(marks));
            PollOutcome outcome = new PollOutcome.Read(
                    new CacheValidators(feed.url(), "\"made\"", null),
                    "made",
                    true,
                    read.entries().size(),
                    reading.newEntries(),
                    1,
                    reading.rekeyed(),
                    FeedPacing.NONE,
                    Map.of(),
                    false,
                    Optional.empty());
            FeedState after = schedule.next(state, outcome, now, random);
            states.put(feed.id(), after);
            due.plan(feed.id(), after.pace().next());
            brought += reading.newEntries();
        }
    }

    /** A feed that begins with the story of a number. */
    private static byte[] document(int first) {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">"
                + "<channel><title>Made news</title><link>http://127.0.0.1/</link><description>Made</description>\n");
        for (int i = first; i < first + ENTRIES; i++) {
            feed.append("<item><title>Story ")
                    .append(i)
                    .append("</title><link>http://127.0.0.1/story/")
                    .append(i)
                    .append("</link><guid isPermaLink=\"false\">story-")
                    .append(i)
                    .append("</guid><pubDate>Mon, 19 Jan 2026 10:")
                    .append(10 + i % 50)
                    .append(":00 +0300</pubDate><description>What happened in story ")
                    .append(i)
                    .append(", told in one line.</description></item>\n");
        }
        return feed.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
