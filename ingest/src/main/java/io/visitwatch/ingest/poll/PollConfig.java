package io.visitwatch.ingest.poll;

import java.time.Duration;
import java.util.Map;

/**
 * How feeds and pages are read.
 *
 * @param fetchPages whether article pages are fetched at all
 * @param shortText feed text below this many characters counts as short ({@code pages: when-short})
 * @param backfillPages most pages fetched of what a feed already held at its first import
 * @param freshAtImport at the first import, entries younger than this are news
 * @param archivePages most documents of an RFC 5005 archive, or of a sitemap index, read at the first import
 * @param robotsForFeeds whether robots.txt is asked for feeds too; for pages it always is
 * @param total time one fetch may take
 * @param credentials headers for single feeds, by feed id
 */
public record PollConfig(
        boolean fetchPages,
        int shortText,
        int backfillPages,
        Duration freshAtImport,
        int archivePages,
        boolean robotsForFeeds,
        Duration total,
        Map<String, Map<String, String>> credentials) {
    public PollConfig {
        credentials = Map.copyOf(credentials);
    }

    /** Pages fetched, 50 of the backfill, 12 hours fresh, 5 archive documents, 60 s a fetch. */
    public static PollConfig standard() {
        return new PollConfig(true, 600, 50, Duration.ofHours(12), 5, false, Duration.ofSeconds(60), Map.of());
    }
}
