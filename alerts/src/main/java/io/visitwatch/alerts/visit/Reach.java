package io.visitwatch.alerts.visit;

import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spreads from a report to the visits it may touch: those nearby that share a country or a gathering with it, and on to those that
 * share one with them. It asks for visits by country, so that all others cost nothing.
 */
final class Reach {
    private final LedgerView view;
    private final String watch;
    private final LocalDate from;
    private final LocalDate to;
    private final boolean gathering;
    private final Map<String, LedgerEntry> pool;
    private final Deque<String> countries = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    /**
     * Nothing reached yet.
     *
     * @param from first day of what is nearby
     * @param to last day of what is nearby
     * @param gathering whether the report tells of a gathering
     * @param pool visits reached already, from which nothing spreads; those found are put to them, by id
     */
    Reach(
            LedgerView view,
            String watch,
            LocalDate from,
            LocalDate to,
            boolean gathering,
            Map<String, LedgerEntry> pool) {
        this.view = view;
        this.watch = watch;
        this.from = from;
        this.to = to;
        this.gathering = gathering;
        this.pool = pool;
    }

    /**
     * Spreads as far as it goes.
     *
     * @param among visits that count as nearby whatever their days
     */
    void spread(Collection<String> ownCountries, Collection<String> ownKeys, List<LedgerEntry> among) {
        ownCountries.forEach(this::country);
        keys.addAll(ownKeys);
        List<LedgerEntry> others = new ArrayList<>(view.gatherings(watch, from, to));
        others.addAll(among);
        boolean grew = true;
        while (grew) {
            grew = byCountry();
            for (LedgerEntry entry : others) {
                grew |= touches(entry) && reach(entry);
            }
        }
    }

    private boolean byCountry() {
        boolean grew = false;
        while (!countries.isEmpty()) {
            for (LedgerEntry entry : view.near(watch, countries.remove(), from, to)) {
                grew |= reach(entry);
            }
        }
        return grew;
    }

    private boolean touches(LedgerEntry entry) {
        return entry.visit().visitors().stream().map(Visitor::country).anyMatch(known::contains)
                || (gathering && Joiner.gathers(entry))
                || (!keys.isEmpty()
                        && Joiner.gatheringKeys(entry.reports()).stream().anyMatch(keys::contains));
    }

    private boolean reach(LedgerEntry entry) {
        if (pool.putIfAbsent(entry.id(), entry) != null) {
            return false;
        }
        entry.visit().visitors().forEach(visitor -> country(visitor.country()));
        keys.addAll(Joiner.gatheringKeys(entry.reports()));
        return true;
    }

    private void country(String country) {
        if (known.add(country)) {
            countries.add(country);
        }
    }
}
