package io.visitwatch.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often the publisher would like to be asked. Hints: nonsense values are left out, caps are the caller's.
 *
 * @param ttl RSS {@code ttl}: how long the feed may be cached; null when not stated or not positive
 * @param skipHours hours of the day, GMT, 0 to 23, in which no poll is wanted; empty when all or none are named
 * @param skipDays days, GMT, on which no poll is wanted; empty when all or none are named
 * @param updateEvery {@code sy:updatePeriod} divided by {@code sy:updateFrequency}; null when not stated
 */
public record FeedPacing(
        @Nullable Duration ttl,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        @Nullable Duration updateEvery) {
    /** A feed that says nothing. */
    public static final FeedPacing NONE = new FeedPacing(null, Set.of(), Set.of(), null);

    /** Takes a list that names every hour or every day for none at all: nobody means "never poll". */
    public FeedPacing {
        skipHours = skipHours.size() >= 24 ? Set.of() : Set.copyOf(skipHours);
        skipDays = skipDays.size() >= 7 ? Set.of() : Set.copyOf(skipDays);
    }
}
