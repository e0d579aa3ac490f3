package io.visitwatch.app.backtest;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one version tells of an archive, visit by visit. Keeps of each alert what a comparison needs. */
public final class Reading {
    private final Map<String, TheVisit> visits = new LinkedHashMap<>();
    private long alerts;

    /** Takes one alert, in the order they were told. */
    public void take(Alert alert) {
        Visit visit = alert.visit();
        TheVisit known = visits.computeIfAbsent(visit.id(), id -> new TheVisit());
        known.alerts().add(Told.of(alert));
        visit.sources().stream().map(Visit.Source::articleId).forEach(known.articles()::add);
        alerts++;
    }

    /** Number of alerts. */
    public long alerts() {
        return alerts;
    }

    /** All visits, in the order they were first told. */
    Collection<TheVisit> visits() {
        return visits.values();
    }

    /** One visit: what was told of it, in order, and the articles it rested on at any time. Equal to itself alone. */
    static final class TheVisit {
        private final List<Told> alerts = new ArrayList<>();
        private final Set<String> articles = new TreeSet<>();

        List<Told> alerts() {
            return alerts;
        }

        Set<String> articles() {
            return articles;
        }

        long shared(TheVisit other) {
            return articles.stream().filter(other.articles::contains).count();
        }
    }
}
