package io.visitwatch.ingest.schedule;

import io.visitwatch.ingest.feed.FeedPacing;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.CacheValidators;
import io.visitwatch.ingest.fetch.FetchResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one poll of a feed came to. */
public sealed interface PollOutcome {
    /**
     * A document that reads as a feed.
     *
     * @param validators what the server gave with it
     * @param bodyHash SHA-256 of the body, hex
     * @param complete whether it came to its end
     * @param entries number of entries
     * @param newEntries entries never seen before
     * @param recent entries published within the last day, by their own word
     * @param rekeyed known entries that came under new ids
     * @param pacing what the feed says about how often to come
     * @param headers headers of the answer, lower-case names
     * @param conditional whether validators had been sent
     * @param movedTo where permanent redirects lead
     */
    record Read(
            CacheValidators validators,
            String bodyHash,
            boolean complete,
            int entries,
            int newEntries,
            int recent,
            int rekeyed,
            FeedPacing pacing,
            Map<String, String> headers,
            boolean conditional,
            Optional<String> movedTo)
            implements PollOutcome {}

    /**
     * A 304, or a full answer with the same bytes as last time.
     *
     * @param notModified true for a 304
     * @param validators what the server gave with the same bytes; null for a 304
     * @param headers headers of the answer, lower-case names
     * @param conditional whether validators had been sent
     * @param movedTo where permanent redirects lead
     */
    record Unchanged(
            boolean notModified,
            @Nullable CacheValidators validators,
            Map<String, String> headers,
            boolean conditional,
            Optional<String> movedTo)
            implements PollOutcome {}

    /** No usable answer. */
    record Failed(FetchResult.Failed failure) implements PollOutcome {}

    /**
     * An answer that is no feed.
     *
     * @param kind what it is instead
     * @param cause one line
     * @param discovered feeds a web page names
     */
    record Unreadable(FeedResult.Kind kind, String cause, List<String> discovered) implements PollOutcome {}
}
