package io.visitwatch.alerts.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts articles by the UTC day they were first seen and by language, for a bounded number of days. Imported history must not
 * be counted: it was not read that day.
 */
public final class ArticleTally {
    private final int keptDays;
    private final TreeMap<LocalDate, TreeMap<String, Integer>> counts = new TreeMap<>();

    /** A tally of the last {@code keptDays} days. */
    public ArticleTally(int keptDays) {
        if (keptDays < 1) {
            throw new IllegalArgumentException("keptDays " + keptDays);
        }
        this.keptDays = keptDays;
    }

    /** Counts one article of {@code language} (BCP 47) first seen at {@code seen}. */
    public void add(Instant seen, String language) {
        LocalDate day = seen.atZone(ZoneOffset.UTC).toLocalDate();
        counts.computeIfAbsent(day, d -> new TreeMap<>()).merge(language, 1, Integer::sum);
        counts.headMap(counts.lastKey().minusDays(keptDays - 1L)).clear();
    }

    /** Articles of one day by language, empty when none was seen. */
    public SortedMap<String, Integer> of(LocalDate day) {
        return new TreeMap<>(counts.getOrDefault(day, new TreeMap<>()));
    }
}
