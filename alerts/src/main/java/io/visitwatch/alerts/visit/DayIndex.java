package io.visitwatch.alerts.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ids of visits by a key and a day: what is asked of a range of days costs what lies in it, however many visits there are. */
final class DayIndex {
    private final Map<String, TreeMap<LocalDate, SortedSet<String>>> days = new HashMap<>();

    void add(String key, LocalDate day, String id) {
        days.computeIfAbsent(key, k -> new TreeMap<>())
                .computeIfAbsent(day, d -> new TreeSet<>())
                .add(id);
    }

    void remove(String key, LocalDate day, String id) {
        TreeMap<LocalDate, SortedSet<String>> own = days.get(key);
        SortedSet<String> ids = own == null ? null : own.get(day);
        if (own == null || ids == null) {
            return;
        }
        ids.remove(id);
        if (ids.isEmpty()) {
            own.remove(day);
        }
        if (own.isEmpty()) {
            days.remove(key);
        }
    }

    /** Ids under {@code key} from day {@code from} to {@code to}, both included, by day and id. */
    List<String> between(String key, LocalDate from, LocalDate to) {
        TreeMap<LocalDate, SortedSet<String>> own = days.get(key);
        return own == null || from.isAfter(to) ? List.of() : ids(own.subMap(from, true, to, true));
    }

    /** Ids under any key from day {@code from} to before {@code to}. */
    List<String> betweenAnywhere(LocalDate from, LocalDate to) {
        List<String> found = new ArrayList<>();
        days.values().forEach(own -> found.addAll(ids(own.subMap(from, true, to, false))));
        return found;
    }

    private static List<String> ids(NavigableMap<LocalDate, SortedSet<String>> part) {
        return part.values().stream().flatMap(Collection::stream).toList();
    }
}
