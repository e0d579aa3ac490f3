package io.visitwatch.app.score;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** B-cubed agreement of two groupings of the same items, rounded to four places. */
public record Clusters(double precision, double recall, double f1, int items) {
    static Clusters of(Map<String, String> gold, Map<String, String> predicted) {
        if (gold.isEmpty()) {
            return new Clusters(0, 0, 0, 0);
        }
        Map<String, Set<String>> goldGroups = groups(gold, gold.keySet());
        Map<String, Set<String>> foundGroups = groups(predicted, gold.keySet());
        double precision = 0;
        double recall = 0;
        for (String id : gold.keySet()) {
            Set<String> right = goldGroups.getOrDefault(gold.get(id), Set.of());
            Set<String> found = foundGroups.getOrDefault(predicted.get(id), Set.of());
            Set<String> both = new HashSet<>(right);
            both.retainAll(found);
            precision += (double) both.size() / found.size();
            recall += (double) both.size() / right.size();
        }
        double p = precision / gold.size();
        double r = recall / gold.size();
        return new Clusters(Ratio.round(p), Ratio.round(r), Ratio.round(Ratio.mean(p, r)), gold.size());
    }

    private static Map<String, Set<String>> groups(Map<String, String> groupOf, Set<String> ids) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (String id : ids) {
            groups.computeIfAbsent(groupOf.getOrDefault(id, ""), key -> new HashSet<>())
                    .add(id);
        }
        return groups;
    }
}
