package io.visitwatch.ingest.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.ingest.Broker;
import io.visitwatch.ingest.FeedStatus;
import io.visitwatch.ingest.IngestConfig;
import io.visitwatch.ingest.IngestService;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.poll.PollConfig;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Polls a farm of feeds with faults of all kinds for a while and holds the articles against its ledger.
 *
 * <p>Small in a normal build; full size with
 * {@code mvn -pl ingest -am verify -Dit.test=FeedFarmIT -Dfarm.feeds=2000 -Dfarm.hosts=50 -Dfarm.seconds=600}.
 */
class FeedFarmIT {
    private static final int FEEDS = Integer.getInteger("farm.feeds", 100);
    private static final int HOSTS = Integer.getInteger("farm.hosts", 10);
    private static final int SECONDS = Integer.getInteger("farm.seconds", 20);
    private static final Duration GAP = Duration.ofMillis(100);
    private static final int PER_HOST = 2;
    private static final int FULL_SECONDS = 300;
    /** Broker, farm and ingest together, in this one process. */
    private static final long HEAP_MEGABYTES = 200;

    @Test
    void deliversEveryItemOfAFaultyWorldOnceAndAsksNoHostTooOften() throws Exception {
        long period = SECONDS * 1_000L / 4;
        long publish = SECONDS * 700L;
        try (Broker broker = new Broker();
                FeedFarm farm = new FeedFarm(FEEDS, HOSTS, period, publish);
                OpenConnections connections = new OpenConnections(farm.port())) {
            Topics topics = broker.topics("farm", 4);
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            List<Long> heap = new ArrayList<>();
            Map<String, Instant> expected;
            try (IngestService service =
                    IngestService.start(config(farm), broker.client(), topics, registry, InstantSource.system())) {
                run(heap);
                expected = farm.expected();
                drain(broker, topics, expected.keySet());
                System.out.println(report(farm, service, registry));
            }
            check(farm, connections, expected, broker.articles(topics), heap);
        }
    }

    private static IngestConfig config(FeedFarm farm) {
        Duration max = longestInterval();
        Duration min = Duration.ofSeconds(Math.max(2, SECONDS / 20));
        PollConfig standard = PollConfig.standard();
        PollConfig poll = new PollConfig(
                true, standard.shortText(), 50, standard.freshAtImport(), 1, false, Duration.ofSeconds(6), Map.of());
        return new IngestConfig(
                farm.subscriptions(),
                new FetcherConfig("VisitwatchFarm/1 (+test)", List.of("127.0.0.0/16"), Set.of(farm.port())),
                new PollRules(min, max, min, 0.2),
                poll,
                48,
                PER_HOST,
                GAP,
                null);
    }

    private static Duration longestInterval() {
        return Duration.ofSeconds(Math.max(4, SECONDS / 10));
    }

    private static void run(List<Long> heap) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(Math.max(500, SECONDS * 50L));
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            heap.add((runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    private static void drain(Broker broker, Topics topics, Set<String> links) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60 + SECONDS / 4).toNanos();
        while (System.nanoTime() < end) {
            Set<String> missing = new HashSet<>(links);
            broker.articles(topics).forEach(a -> missing.remove(String.valueOf(a.url())));
            if (missing.isEmpty()) {
                return;
            }
            Thread.sleep(1_000);
        }
    }

    private static void check(
            FeedFarm farm,
            OpenConnections connections,
            Map<String, Instant> expected,
            List<Article> articles,
            List<Long> heap) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, Instant> seen = new HashMap<>();
        for (Article article : articles) {
            times.merge(article.url() + " r" + article.revision(), 1, Integer::sum);
            seen.put(String.valueOf(article.url()), article.firstSeen());
        }
        List<String> lost =
                expected.keySet().stream().filter(url -> !seen.containsKey(url)).toList();
        List<String> unexpected =
                seen.keySet().stream().filter(url -> !expected.containsKey(url)).toList();
        List<String> twice = times.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        long revisions = articles.stream().filter(a -> a.revision() > 0).count();
        List<Long> lags = farm.punctual().stream()
                .filter(seen::containsKey)
                .map(url -> Duration.between(expected.get(url), seen.get(url)).toSeconds())
                .sorted()
                .toList();
        int mostPerSecond =
                farm.hosts().stream().mapToInt(FarmHost::mostPerSecond).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "expected %d, articles %d, lost %d, twice %d, unexpected %d, revisions %d%n"
                        + "lag of sound feeds s: p50 %d p99 %d max %d (%d items)%n"
                        + "hosts: most per second %d (allowed %d + arrival slack), most open %d (allowed %d)%n"
                        + "heap after gc MB: %s%nat every fifth of the time: %s%n",
                expected.size(),
                articles.size(),
                lost.size(),
                twice.size(),
                unexpected.size(),
                revisions,
                at(lags, 0.5),
                at(lags, 0.99),
                at(lags, 1),
                lags.size(),
                mostPerSecond,
                1_000 / GAP.toMillis(),
                connections.most(),
                PER_HOST,
                heap,
                fifths(heap));
        assertThat(lost).as("lost").isEmpty();
        assertThat(twice).as("twice").isEmpty();
        assertThat(unexpected).as("unexpected").isEmpty();
        assertThat(mostPerSecond)
                .as("requests per second to one host")
                .isLessThanOrEqualTo((int) (1_000 / GAP.toMillis()) + 3);
        if (connections.looks() > 0) {
            assertThat(connections.most())
                    .as("connections to one host at a time")
                    .isBetween(1, PER_HOST);
        }
        if (SECONDS >= FULL_SECONDS) { // shorter runs poll every few seconds, which a busy machine cannot keep to
            assertThat(at(lags, 0.99))
                    .as("seconds until 99 of 100 items of sound feeds were in")
                    .isLessThanOrEqualTo(longestInterval().toSeconds() * 3 / 2);
        }
        assertThat(heap).as("heap after collection, MB").allMatch(megabytes -> megabytes <= HEAP_MEGABYTES);
        assertThat(median(heap.subList(heap.size() * 2 / 3, heap.size())))
                .as("heap of the last third beside the middle third: %s", heap)
                .isLessThanOrEqualTo(median(heap.subList(heap.size() / 3, heap.size() * 2 / 3)) * 13 / 10 + 16);
    }

    private static List<Long> fifths(List<Long> values) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(n -> values.get(values.size() * n / 5 - 1))
                .toList();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }

    private static String report(FeedFarm farm, IngestService service, SimpleMeterRegistry registry)
            throws IOException {
        Map<String, Integer> health = new TreeMap<>();
        for (FeedStatus status : service.status()) {
            health.merge(status.health().kind().name(), 1, Integer::sum);
        }
        Map<String, Long> counts = new TreeMap<>();
        registry.forEachMeter(m -> m.measure().forEach(v -> {
            String name = m.getId().getName()
                    + m.getId().getTags().stream().map(t -> "." + t.getValue()).reduce("", String::concat);
            counts.merge(name + "/" + v.getStatistic(), (long) v.getValue(), Long::sum);
        }));
        int requests = farm.hosts().stream().mapToInt(FarmHost::requests).sum();
        return "feeds " + farm.kinds() + "\nrequests " + requests + "\nhealth " + health + "\nmeters " + counts;
    }

    private static long at(List<Long> sorted, double part) {
        return sorted.isEmpty()
                ? -1
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
    }
}
