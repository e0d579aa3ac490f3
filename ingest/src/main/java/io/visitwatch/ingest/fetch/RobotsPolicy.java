package io.visitwatch.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetchResult.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sites ask of robots, by RFC 9309: rules per origin, kept at most a day; no file (any 4xx) allows everything; a server error
 * or silence forbids everything until it answers; 500 KiB are read, five redirects followed.
 */
public final class RobotsPolicy {
    /** Name sites address us by. */
    public static final String AGENT = "visitwatch";

    private static final int MAX_BYTES = 500 * 1024;
    private static final int MAX_ORIGINS = 5_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_UNREACHABLE = Duration.ofMinutes(15);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final HttpFetcher fetcher;
    private final FetcherConfig config;
    private final InstantSource clock;
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_ORIGINS;
        }
    };

    /** A policy that knows nothing yet. */
    public RobotsPolicy(HttpFetcher fetcher, FetcherConfig config, InstantSource clock) {
        this.fetcher = fetcher;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whether a page may be fetched; asks its origin for robots.txt when that is not known. An address that is no URL is not
     * allowed.
     */
    public boolean allows(String url) {
        return rules(url).map(rules -> rules.isAllowed(url)).orElse(false);
    }

    /** Whether {@link #allows} can answer without asking the origin. */
    public boolean knows(String url) {
        try {
            return fresh(WebUrl.parse(url, config.allowedPorts()).origin(), clock.instant()) != null;
        } catch (WebUrl.BadUrlException e) {
            return true; // nothing will be asked for it
        }
    }

    /** Pause between requests the origin asks for, at most 30 s; empty when it asks for none. */
    public Optional<Duration> crawlDelay(String url) {
        return rules(url)
                .map(BaseRobotRules::getCrawlDelay)
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis)
                .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
    }

    private Optional<BaseRobotRules> rules(String url) {
        WebUrl address;
        try {
            address = WebUrl.parse(url, config.allowedPorts());
        } catch (WebUrl.BadUrlException e) {
            return Optional.empty(); // the fetcher will refuse it and say why
        }
        String origin = address.origin();
        Instant now = clock.instant();
        Known fresh = fresh(origin, now);
        if (fresh == null) {
            fresh = ask(origin, now);
            synchronized (known) {
                known.put(origin, fresh);
            }
        }
        return Optional.of(fresh.rules);
    }

    private @Nullable Known fresh(String origin, Instant now) {
        synchronized (known) {
            Known rules = known.get(origin);
            return rules == null || rules.until.isBefore(now) ? null : rules;
        }
    }

    private Known ask(String origin, Instant now) {
        FetchLimits standard = FetchLimits.standard();
        FetchLimits limits = new FetchLimits(
                MAX_BYTES,
                MAX_BYTES,
                standard.ratio(),
                standard.headerBytes(),
                Duration.ofSeconds(20),
                standard.connect(),
                standard.redirects());
        String url = origin + "/robots.txt";
        FetchResult result = fetcher.fetch(
                FetchRequest.get(url, "text/plain, */*;q=0.5").within(limits).truncating());
        if (result instanceof Fetched fetched) {
            return new Known(read(url, fetched.body()), now.plus(KEPT));
        }
        if (result instanceof Failed failed && !unreachable(failed)) {
            return new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now.plus(KEPT));
        }
        return new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), now.plus(KEPT_UNREACHABLE));
    }

    /** What a robots.txt asks of us; any bytes are read as far as they go. */
    static BaseRobotRules read(String url, byte[] body) {
        return new SimpleRobotRulesParser().parseContent(url, body, "text/plain", List.of(AGENT));
    }

    /** A 4xx, an empty file or too many redirects say that there are no rules; everything else that failed says nothing, so nothing is allowed. */
    private static boolean unreachable(Failed failed) {
        Integer status = failed.status();
        return status == null || status >= 500 || status == 429;
    }

    private record Known(BaseRobotRules rules, Instant until) {}
}
