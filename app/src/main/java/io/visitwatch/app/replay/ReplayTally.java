package io.visitwatch.app.replay;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a replay has counted.
 *
 * @param items items read, the unreadable ones included
 * @param articles articles in them
 * @param unreadable items that could not be read
 * @param clamped articles whose stated time was not believed
 * @param reports claims of visits
 * @param rejections articles without a claim, by reason
 * @param languages articles by language
 * @param latest latest event time of an article; null before the first
 */
record ReplayTally(
        long items,
        long articles,
        long unreadable,
        long clamped,
        long reports,
        Map<String, Long> rejections,
        Map<String, Long> languages,
        @Nullable Instant latest) {
    static final ReplayTally NOTHING = new ReplayTally(0, 0, 0, 0, 0, Map.of(), Map.of(), null);

    ReplayTally {
        rejections = new TreeMap<>(rejections);
        languages = new TreeMap<>(languages);
    }

    /** This and more. */
    ReplayTally plus(ReplayTally more) {
        return new ReplayTally(
                items + more.items,
                articles + more.articles,
                unreadable + more.unreadable,
                clamped + more.clamped,
                reports + more.reports,
                sum(rejections, more.rejections),
                sum(languages, more.languages),
                later(latest, more.latest));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        if (other.isEmpty()) {
            return one;
        }
        Map<String, Long> all = new TreeMap<>(one);
        other.forEach((key, count) -> all.merge(key, count, Long::sum));
        return all;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
