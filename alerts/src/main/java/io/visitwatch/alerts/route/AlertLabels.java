package io.visitwatch.alerts.route;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.Visitor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What matchers can ask of an alert: label name to its values, sorted. A visit has several visitors, languages and source
 * classes, so a label may hold several values; a matcher is content with one of them.
 *
 * @param values label name to values
 */
public record AlertLabels(Map<String, Set<String>> values) {
    /** Labels a matcher may name. */
    public static final SortedSet<String> NAMES = new TreeSet<>(Set.of(
            "visit",
            "visitor",
            "country",
            "office",
            "rank",
            "place",
            "level",
            "status",
            "phase",
            "change",
            "confidence",
            "confirmed",
            "language",
            "class"));

    /** The labels of one alert. */
    public static AlertLabels of(Alert alert) {
        Visit visit = alert.visit();
        Map<String, Set<String>> labels = new TreeMap<>();
        add(labels, "visit", visit.id());
        for (Visitor visitor : visit.visitors()) {
            addVisitor(labels, visitor);
        }
        add(labels, "place", visit.place().watch());
        add(labels, "level", lower(visit.place().level()));
        add(labels, "status", lower(visit.status()));
        add(labels, "phase", lower(visit.status().coarse()));
        add(labels, "change", lower(alert.change()));
        add(labels, "confidence", String.format(Locale.ROOT, "%.4f", visit.confidence()));
        add(labels, "confirmed", Boolean.toString(visit.confirmed()));
        for (Visit.Source source : visit.sources()) {
            add(labels, "language", source.language());
            add(labels, "class", lower(source.outlet().sourceClass()));
        }
        return new AlertLabels(labels);
    }

    /** Values of one label, empty when the alert has none. */
    public Set<String> get(String name) {
        return values.getOrDefault(name, Set.of());
    }

    private static void addVisitor(Map<String, Set<String>> labels, Visitor visitor) {
        add(labels, "visitor", visitor.id());
        if (visitor.named()) {
            add(labels, "visitor", visitor.name());
        }
        add(labels, "country", visitor.country());
        add(labels, "rank", Integer.toString(visitor.rank()));
        if (visitor.officeKind() != null) {
            add(labels, "office", visitor.officeKind());
        }
    }

    private static void add(Map<String, Set<String>> labels, String name, String value) {
        labels.computeIfAbsent(name, n -> new TreeSet<>()).add(value);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
