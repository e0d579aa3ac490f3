package io.visitwatch.alerts.visit;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the passing of days does to visits. */
final class Calendar {
    private final LedgerConfig config;

    Calendar(LedgerConfig config) {
        this.config = config;
    }

    /** The first day of a visit; the day it was first told when nothing says more. */
    static LocalDate firstDay(Visit visit) {
        LocalDate start = visit.dates().start();
        return start == null ? visit.openedAt().atZone(ZoneOffset.UTC).toLocalDate() : start;
    }

    /** The last day a visit can begin or was still told of, whichever is later. */
    static LocalDate lastDay(Visit visit) {
        LocalDate end = end(visit);
        LocalDate told = visit.updatedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return end.isAfter(told) ? end : told;
    }

    /** The last day a visit can begin. */
    static LocalDate end(Visit visit) {
        LocalDate end = visit.dates().end();
        return end == null ? firstDay(visit) : end;
    }

    /** Whether {@code visit} lies so far behind the clock that its first alert should wake nobody. */
    boolean stale(Visit visit, Instant clock) {
        return lastDay(visit).plusDays(config.staleDays()).isBefore(day(clock));
    }

    boolean past(Visit visit, Instant clock) {
        return lastDay(visit).plusDays(config.closeDays()).isBefore(day(clock));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** All that changes between the view's clock and {@code now}. */
    LedgerResult passTo(LedgerView view, Instant now) {
        List<LedgerEntry> changed = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (LedgerEntry entry : waiting(view, now)) {
            LedgerEntry next = entry;
            if (becomesOverdue(entry.visit(), view.clock(), now)) {
                Visit late = Visits.overdue(entry.visit());
                Changes changes = new Changes(late, entry.told(), overdueAt(entry.visit()), List.of());
                changes.overdue();
                alerts.addAll(changes.alerts());
                next = new LedgerEntry(late, entry.reports(), entry.overlay(), changes.told());
            }
            if (past(next.visit(), now)) {
                next = new LedgerEntry(Visits.closed(next.visit()), next.reports(), next.overlay(), next.told());
            }
            if (!next.equals(entry)) {
                changed.add(next);
            }
        }
        List<String> forgotten = view.before(day(now).minusDays(config.keepDays())).stream()
                .filter(e -> !changed.contains(e))
                .map(LedgerEntry::id)
                .sorted()
                .toList();
        return new LedgerResult(now, changed, forgotten, alerts);
    }

    /** The open visits to which anything can happen until {@code now}, by id; days of other zones begin up to a day off. */
    private Collection<LedgerEntry> waiting(LedgerView view, Instant now) {
        Map<String, LedgerEntry> waiting = new TreeMap<>();
        LocalDate from = day(view.clock()).minusDays(config.overdueDays() + 2L);
        LocalDate to = day(now).minusDays(config.overdueDays() - 1L);
        view.openEnding(from, to).forEach(entry -> waiting.put(entry.id(), entry));
        view.openBefore(day(now).minusDays(config.closeDays())).forEach(entry -> waiting.put(entry.id(), entry));
        return waiting.values();
    }

    /** The moment at which a plan is overdue, whatever the tick that noticed it: same input, same alert. */
    private Cause overdueAt(Visit visit) {
        Instant due =
                due(visit).atStartOfDay(config.zoneOf(visit.place().watch())).toInstant();
        return Cause.at(due);
    }

    private LocalDate due(Visit visit) {
        return end(visit).plusDays(config.overdueDays() + 1L);
    }

    /** Only a day that passes makes a plan overdue: a plan first heard of afterwards is old news, not a missed visit. */
    private boolean becomesOverdue(Visit visit, Instant before, Instant now) {
        boolean waiting = visit.status() == VisitStatus.ANNOUNCED || visit.status() == VisitStatus.EN_ROUTE;
        boolean dated = switch (visit.dates().precision()) {
            case DAY, WEEK, MONTH -> true;
            case PUBLISHED, NONE -> false;
        };
        if (!waiting || !dated || visit.overdue() || visit.retracted()) {
            return false;
        }
        Instant due = overdueAt(visit).at();
        return before.isBefore(due) && !now.isBefore(due);
    }
}
