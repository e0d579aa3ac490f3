package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.EntryHints;
import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.ingest.fetch.FetchLimits;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetchResult.Fetched;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import io.visitwatch.ingest.fetch.HostGate;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.fetch.RobotsPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fetches an article's page, if its site lets robots in, and reads it. */
final class PageReader {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);

    private final HttpFetcher fetcher;
    private final RobotsPolicy robots;
    private final Duration total;

    PageReader(HttpFetcher fetcher, RobotsPolicy robots, Duration total) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.total = total;
    }

    /**
     * What came of a page.
     *
     * @param page what it says; null when it could not be had
     * @param failure why not; null when it was had
     */
    record Result(@Nullable ExtractedPage page, @Nullable Failed failure) {}

    /** Asks the page's origin for robots.txt if it is not known; returns whether that took a request. */
    boolean askedRobots(String url, HostQueues queues) {
        if (robots.knows(url)) {
            return false;
        }
        robots.crawlDelay(url).ifPresent(delay -> queues.widenGap(FeedRunner.host(url), delay));
        return true;
    }

    Result read(String url, EntryHints entry, HostGate gate) {
        if (!robots.allows(url)) {
            return new Result(
                    null, new Failed(url, Reason.ROBOTS, "robots.txt keeps us out", null, Map.of(), List.of()));
        }
        FetchRequest request = FetchRequest.get(url, FetchRequest.ACCEPT_PAGE)
                .within(FetchLimits.standard().withTotal(total));
        FetchResult result = fetcher.fetch(request, gate);
        if (result instanceof Failed failed) {
            return new Result(null, failed);
        }
        if (!(result instanceof Fetched fetched)) {
            throw new IllegalStateException("a page was asked for without conditions and answered " + result);
        }
        PageInput input = new PageInput(fetched.body(), charset(fetched.contentType()), fetched.url(), null, entry);
        return new Result(ArticleExtractor.extract(input), null);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher matcher = CHARSET.matcher(contentType == null ? "" : contentType);
        return matcher.find() ? matcher.group(1) : null;
    }
}
