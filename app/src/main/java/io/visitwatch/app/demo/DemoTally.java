package io.visitwatch.app.demo;

import io.visitwatch.enrich.Enriched;
import io.visitwatch.model.Alert;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.VisitChange;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what came out of a demo. Thread-safe. */
public final class DemoTally {
    private final Set<String> articles = new HashSet<>();
    private final Set<String> telling = new HashSet<>();
    private final Map<NoVisit.Reason, Integer> rejections = new EnumMap<>(NoVisit.Reason.class);
    private final Map<VisitChange, Integer> changes = new EnumMap<>(VisitChange.class);
    private final Map<String, Integer> languages = new TreeMap<>();
    private final Map<String, String> visits = new HashMap<>();

    /** Counts one article as it was read. */
    public synchronized void article(Enriched read) {
        if (!articles.add(read.tagged().article().id())) {
            return; // a revision
        }
        languages.merge(read.tagged().language(), 1, Integer::sum);
        if (!read.reports().isEmpty()) {
            telling.add(read.tagged().article().id());
        } else if (!read.rejections().isEmpty()) {
            rejections.merge(read.rejections().get(0).reason(), 1, Integer::sum);
        }
    }

    /** Counts one alert. */
    public synchronized void alert(Alert alert) {
        changes.merge(alert.change(), 1, Integer::sum);
        visits.put(alert.visit().id(), alert.visit().status().name());
    }

    /** Articles read. */
    public synchronized int articles() {
        return articles.size();
    }

    /** First alerts. */
    public synchronized int newVisits() {
        return changes.getOrDefault(VisitChange.NEW_VISIT, 0);
    }

    /** All alerts. */
    public synchronized int alerts() {
        return changes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Everything counted, in the order people read it. */
    public synchronized Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("articles", articles.size());
        numbers.put("articlesThatReportVisits", telling.size());
        numbers.put("languages", Map.copyOf(languages));
        numbers.put("visits", visits.size());
        numbers.put(
                "alerts", changes.values().stream().mapToInt(Integer::intValue).sum());
        numbers.put("alertsByChange", new EnumMap<>(changes));
        Map<String, Integer> reasons = new LinkedHashMap<>();
        rejections.forEach((reason, count) ->
                reasons.put(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
        numbers.put("rejectionsByReason", reasons);
        return numbers;
    }

    /** The numbers as a table. */
    public synchronized String table() {
        StringBuilder text = new StringBuilder();
        row(text, "articles read", articles.size());
        languages.forEach((language, count) -> row(text, "  " + language, count));
        row(text, "articles that report a visit", telling.size());
        row(text, "visits", visits.size());
        row(
                text,
                "alerts",
                changes.values().stream().mapToInt(Integer::intValue).sum());
        changes.forEach((change, count) -> row(text, "  " + change, count));
        row(text, "articles without a visit", articles.size() - telling.size());
        rejections.forEach((reason, count) ->
                row(text, "  " + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, int count) {
        text.append(String.format(Locale.ROOT, "  %-34s %5d%n", name, count));
    }
}
