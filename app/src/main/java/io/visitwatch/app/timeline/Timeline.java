package io.visitwatch.app.timeline;

import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Visits per month and country. A visit counts in the month it began, or in which it was first told when its days are unknown;
 * visits that were called off, denied or withdrawn do not count.
 *
 * @param counts month to country to number of visits
 */
public record Timeline(TreeMap<YearMonth, TreeMap<String, Integer>> counts) {
    /** The timeline of these visits. */
    public static Timeline of(Iterable<Visit> visits) {
        TreeMap<YearMonth, TreeMap<String, Integer>> counts = new TreeMap<>();
        for (Visit visit : visits) {
            if (happened(visit)) {
                counts.computeIfAbsent(month(visit), m -> new TreeMap<>())
                        .merge(visit.head().country(), 1, Integer::sum);
            }
        }
        return new Timeline(counts);
    }

    /** All countries, those with most visits first. */
    public List<String> countries() {
        Map<String, Integer> totals = totals();
        return totals.keySet().stream()
                .sorted(Comparator.comparing((String country) -> -totals.getOrDefault(country, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Visits by country. */
    public Map<String, Integer> totals() {
        Map<String, Integer> totals = new TreeMap<>();
        counts.values().forEach(row -> row.forEach((country, n) -> totals.merge(country, n, Integer::sum)));
        return totals;
    }

    /** The counts by year. */
    public TreeMap<Integer, TreeMap<String, Integer>> years() {
        TreeMap<Integer, TreeMap<String, Integer>> years = new TreeMap<>();
        counts.forEach((month, row) -> {
            TreeMap<String, Integer> year = years.computeIfAbsent(month.getYear(), y -> new TreeMap<>());
            row.forEach((country, n) -> year.merge(country, n, Integer::sum));
        });
        return years;
    }

    private static boolean happened(Visit visit) {
        return !visit.retracted()
                && visit.mergedInto() == null
                && visit.status().coarse() != VisitStatus.Coarse.CANCELLED;
    }

    private static YearMonth month(Visit visit) {
        LocalDate start = visit.dates().start();
        return YearMonth.from(
                start == null ? visit.openedAt().atZone(ZoneOffset.UTC).toLocalDate() : start);
    }
}
