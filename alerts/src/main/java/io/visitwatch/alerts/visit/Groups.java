package io.visitwatch.alerts.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Connected groups of the elements 0 … n-1 (union-find); the smallest element leads its group. */
final class Groups {
    private final int[] parent;

    Groups(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** {@code elements} in groups connected by {@code linked}, which is asked of each pair not yet connected, in order. */
    static <T> List<List<T>> linked(List<T> elements, BiPredicate<T, T> linked) {
        Groups groups = new Groups(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            for (int j = i + 1; j < elements.size(); j++) {
                if (groups.lead(i) != groups.lead(j) && linked.test(elements.get(i), elements.get(j))) {
                    groups.join(i, j);
                }
            }
        }
        return groups.of(elements);
    }

    void join(int a, int b) {
        int x = lead(a);
        int y = lead(b);
        parent[Math.max(x, y)] = Math.min(x, y);
    }

    int lead(int element) {
        int root = element;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** {@code elements} by group, groups in the order of their first element. */
    <T> List<List<T>> of(List<T> elements) {
        Map<Integer, List<T>> groups = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            groups.computeIfAbsent(lead(i), lead -> new ArrayList<>()).add(elements.get(i));
        }
        return new ArrayList<>(groups.values());
    }
}
