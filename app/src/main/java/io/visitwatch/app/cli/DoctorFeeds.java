package io.visitwatch.app.cli;

import io.visitwatch.ingest.IngestConfig;
import io.visitwatch.ingest.fetch.FetchLimits;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.schedule.Feed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Asks every feed of a configuration once, as ingest would, and takes the time from their answers. */
final class DoctorFeeds {
    private static final Duration ONE = Duration.ofSeconds(10);
    private static final int TOGETHER = 8;

    private DoctorFeeds() {}

    /**
     * What came of it.
     *
     * @param asked number of feeds
     * @param wrong why a feed does not answer, by its id
     * @param ahead how far this machine's clock is ahead of the servers', by the middle one of their answers; null when none told the time
     */
    record Outcome(
            int asked, Map<String, String> wrong, @Nullable Duration ahead) {}

    /** Asks the feeds, several at a time. */
    static Outcome ask(IngestConfig config, InstantSource clock) {
        Map<String, String> wrong = new TreeMap<>();
        List<Duration> ahead = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(TOGETHER);
        try (HttpFetcher fetcher = new HttpFetcher(config.fetcher())) {
            Map<Feed, Future<FetchResult>> answers = new java.util.LinkedHashMap<>();
            for (Feed feed : config.feeds()) {
                Map<String, String> own = config.poll().credentials().getOrDefault(feed.id(), Map.of());
                FetchRequest request = FetchRequest.get(feed.url(), FetchRequest.ACCEPT_FEED)
                        .withOwnHeaders(own)
                        .within(FetchLimits.standard().withTotal(ONE));
                answers.put(feed, pool.submit(() -> fetcher.fetch(request)));
            }
            for (Map.Entry<Feed, Future<FetchResult>> answer : answers.entrySet()) {
                note(answer.getKey(), answer.getValue().get(), clock.instant(), wrong, ahead);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a feed could not be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
        return new Outcome(config.feeds().size(), wrong, middle(ahead));
    }

    private static void note(
            Feed feed, FetchResult answer, Instant now, Map<String, String> wrong, List<Duration> ahead) {
        if (answer instanceof FetchResult.Failed failed) {
            wrong.put(feed.id(), feed.url() + ": " + failed.detail());
            date(failed.headers()).ifPresent(theirs -> ahead.add(Duration.between(theirs, now)));
        } else if (answer instanceof FetchResult.Fetched fetched) {
            date(fetched.headers()).ifPresent(theirs -> ahead.add(Duration.between(theirs, now)));
        }
    }

    private static Optional<Instant> date(Map<String, String> headers) {
        String text = headers.get("date");
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // a server that cannot tell the time is no witness
        }
    }

    private static @Nullable Duration middle(List<Duration> all) {
        return all.isEmpty() ? null : all.stream().sorted().toList().get(all.size() / 2);
    }
}
