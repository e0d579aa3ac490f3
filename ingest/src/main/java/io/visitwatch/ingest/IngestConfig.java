package io.visitwatch.ingest;

import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.poll.PollConfig;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.PollRules;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How ingest runs.
 *
 * @param feeds feeds of the configuration
 * @param fetcher how requests present themselves and where they may go
 * @param rules how often feeds are polled
 * @param poll how feeds and pages are read
 * @param threads workers that wait for the network
 * @param perHost most requests to one host at a time
 * @param gap least time between the starts of two requests to one host
 * @param pushCallback address below which WebSub hubs reach {@link IngestService#push()}, without a slash at its end; null for none
 */
public record IngestConfig(
        List<Feed> feeds,
        FetcherConfig fetcher,
        PollRules rules,
        PollConfig poll,
        int threads,
        int perHost,
        Duration gap,
        @Nullable String pushCallback) {
    public IngestConfig {
        feeds = List.copyOf(feeds);
        Objects.requireNonNull(fetcher, "fetcher");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(poll, "poll");
        if (threads < 1 || threads > 1_000) {
            throw new IllegalArgumentException("ingest.threads " + threads + " is outside 1..1000");
        }
        Set<String> ids = new HashSet<>();
        for (Feed feed : feeds) {
            if (!ids.add(feed.id())) {
                throw new IllegalArgumentException("feeds: two feeds have the id '" + feed.id() + "'");
            }
        }
    }

    /**
     * The defaults: public addresses only, polls every 5 minutes to 1 hour, 16 workers, two requests to a host at a time, half a
     * second apart.
     *
     * @param contact URL or address where a site's owner finds the operator
     */
    public static IngestConfig standard(List<Feed> feeds, String contact) {
        return new IngestConfig(
                feeds,
                FetcherConfig.publicOnly(contact),
                PollRules.standard(),
                PollConfig.standard(),
                16,
                2,
                Duration.ofMillis(500),
                null);
    }

    /** This configuration, reached by hubs at another address; null for not at all. */
    public IngestConfig withPushCallback(@Nullable String address) {
        return new IngestConfig(feeds, fetcher, rules, poll, threads, perHost, gap, address);
    }
}
