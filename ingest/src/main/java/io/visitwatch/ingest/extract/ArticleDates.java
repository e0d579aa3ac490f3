package io.visitwatch.ingest.extract;

import io.visitwatch.model.DateQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published and changed, weighed from feed and page.
 *
 * @param published time of publication; null when not stated or impossible
 * @param quality what it is worth
 * @param modified time of the last change; null when not stated or impossible
 */
record ArticleDates(
        @Nullable Instant published,
        DateQuality quality,
        @Nullable Instant modified) {
    /** Earliest time of publication believed. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** How far ahead of the first sight a stated time may lie: clocks of outlets differ. */
    static final Duration AHEAD = Duration.ofHours(1);

    /** How far the day of another zone can be ahead. */
    private static final Duration ZONES = Duration.ofHours(14);

    /**
     * The dates of an article.
     *
     * @param zone zone of days stated without one
     * @param firstSeen when the article was first seen: no earlier article can be newer
     */
    static ArticleDates of(@Nullable EntryHints entry, @Nullable ExtractedPage page, ZoneId zone, Instant firstSeen) {
        Instant changed = page == null || page.modified() == null ? null : start(page.modified(), zone);
        changed = changed == null && entry != null ? entry.updated() : changed;
        Instant modified = changed != null && isPossible(changed, firstSeen) ? changed : null;

        PageDate stated = page == null ? null : page.published();
        Instant said = stated == null ? null : stated.instant();
        Instant fed = entry == null ? null : entry.published();
        boolean trusted = stated != null && !stated.evidence().equals("text");
        for (Instant exact : trusted ? Arrays.asList(said, fed) : Arrays.asList(fed, said)) {
            if (exact != null && isPossible(exact, firstSeen)) {
                return new ArticleDates(exact, DateQuality.EXACT, modified);
            }
        }
        if (stated != null && said == null) {
            Instant day = start(stated, zone);
            if (isPossible(day, firstSeen.plus(ZONES))) {
                return new ArticleDates(day.isAfter(firstSeen) ? firstSeen : day, DateQuality.DAY, modified);
            }
        }
        boolean anything = stated != null || fed != null;
        return new ArticleDates(null, anything ? DateQuality.CLAMPED : DateQuality.MISSING, modified);
    }

    private static boolean isPossible(Instant time, Instant firstSeen) {
        return !time.isBefore(EARLIEST) && !time.isAfter(firstSeen.plus(AHEAD));
    }

    private static Instant start(PageDate date, ZoneId zone) {
        Instant instant = date.instant();
        return instant == null ? date.day().atStartOfDay(zone).toInstant() : instant;
    }
}
