package io.visitwatch.app.backtest;

import io.visitwatch.app.backtest.Difference.Kind;
import io.visitwatch.app.backtest.Reading.TheVisit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the alerts two versions tell of one archive. Two visits are the same when they rest on a common article; two
 * alerts are the same when they tell the same change of the same visit.
 *
 * @param visitsA visits version A tells of
 * @param visitsB visits version B tells of
 * @param alertsA alerts of version A
 * @param alertsB alerts of version B
 * @param differences what differs, oldest first
 */
public record Comparison(int visitsA, int visitsB, long alertsA, long alertsB, List<Difference> differences) {
    /** Compares two readings. */
    public static Comparison of(Reading a, Reading b) {
        List<Difference> differences = new ArrayList<>();
        Map<TheVisit, TheVisit> pairs = pairs(a, b);
        Set<TheVisit> matched = new HashSet<>(pairs.values());
        for (TheVisit visit : b.visits()) {
            compare(pairs.get(visit), visit, differences);
        }
        a.visits().stream()
                .filter(visit -> !matched.contains(visit))
                .forEach(visit -> compare(visit, null, differences));
        differences.sort(Comparator.comparing(Difference::at)
                .thenComparing(Difference::kind)
                .thenComparing(Difference::change)
                .thenComparing(Difference::who)
                .thenComparing(Difference::title));
        return new Comparison(a.visits().size(), b.visits().size(), a.alerts(), b.alerts(), List.copyOf(differences));
    }

    /** Number of differences by kind. */
    public Map<Kind, Long> counts() {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()));
    }

    /** The visit of A for each of B that has one: the one that shares most articles, each once. */
    private static Map<TheVisit, TheVisit> pairs(Reading a, Reading b) {
        Map<String, List<TheVisit>> byArticle = new HashMap<>();
        a.visits()
                .forEach(visit -> visit.articles()
                        .forEach(article -> byArticle
                                .computeIfAbsent(article, id -> new ArrayList<>())
                                .add(visit)));
        Map<TheVisit, TheVisit> pairs = new HashMap<>();
        Set<TheVisit> taken = new HashSet<>();
        for (TheVisit visit : b.visits()) {
            Optional<TheVisit> best = visit.articles().stream()
                    .flatMap(article -> byArticle.getOrDefault(article, List.of()).stream())
                    .distinct()
                    .filter(other -> !taken.contains(other))
                    .max(Comparator.comparingLong((TheVisit other) -> other.shared(visit))
                            .thenComparing(other -> other.alerts().get(0).at(), Comparator.reverseOrder()));
            best.ifPresent(other -> {
                pairs.put(visit, other);
                taken.add(other);
            });
        }
        return pairs;
    }

    private static void compare(@Nullable TheVisit a, @Nullable TheVisit b, List<Difference> differences) {
        Map<String, Deque<Told>> before = new LinkedHashMap<>();
        if (a != null) {
            a.alerts()
                    .forEach(alert -> before.computeIfAbsent(key(alert), key -> new ArrayDeque<>())
                            .add(alert));
        }
        Set<String> said = new HashSet<>();
        for (Told alert : b == null ? List.<Told>of() : b.alerts()) {
            Deque<Told> same = before.getOrDefault(key(alert), new ArrayDeque<>());
            if (same.isEmpty()) {
                differences.add(Difference.gained(alert));
            } else {
                compare(same.remove(), alert, said, differences);
            }
        }
        before.values().forEach(rest -> rest.forEach(alert -> differences.add(Difference.lost(alert))));
    }

    /** Another status or delegation is said once for a visit, not with each alert that follows. */
    private static void compare(Told a, Told b, Set<String> said, List<Difference> differences) {
        int time = b.at().compareTo(a.at());
        if (time != 0) {
            Kind kind = time < 0 ? Kind.EARLIER : Kind.LATER;
            differences.add(Difference.of(kind, b, a.at().toString(), b.at().toString()));
        }
        if (a.status() != b.status() && said.add("status " + a.status() + " " + b.status())) {
            differences.add(
                    Difference.of(Kind.STATUS, b, a.status().name(), b.status().name()));
        }
        if (!a.visitors().equals(b.visitors()) && said.add("visitors " + a.visitors() + "\n" + b.visitors())) {
            differences.add(Difference.of(Kind.VISITORS, b, a.visitors(), b.visitors()));
        }
    }

    private static String key(Told alert) {
        return alert.change() + " " + alert.detail();
    }
}
