package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Host;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was told of a visit with what is known now; each difference is one alert, and nothing is told twice.
 *
 * <p>Collects into two lists: the alerts, and the keys of what has been told, which the ledger keeps.
 */
final class Changes {
    private static final int SHIFT_DAYS = 2;

    private final Cause cause;
    private final Visit after;
    private final List<String> baseRates;
    private final List<String> told;
    private final List<Alert> alerts = new ArrayList<>();
    private @Nullable VisitStatus previous;

    /**
     * Prepares the comparison.
     *
     * @param after the visit as it is known now
     * @param told keys of what was told before
     * @param cause what made the difference
     * @param baseRates what is usual, for a first alert
     */
    Changes(Visit after, List<String> told, Cause cause, List<String> baseRates) {
        this.after = after;
        this.told = new ArrayList<>(told);
        this.cause = cause;
        this.baseRates = baseRates;
    }

    List<Alert> alerts() {
        return alerts;
    }

    List<String> told() {
        return told;
    }

    /** Tells of a visit nobody has heard of. */
    void opened() {
        tell(VisitChange.NEW_VISIT, "", Wording.line(after));
        remember();
    }

    /** Tells that this visit is followed under another id. */
    void merged(String into) {
        tell(VisitChange.MERGED, into, Wording.who(after) + ": same visit as " + into);
    }

    /** Tells that nothing is left of the visit. */
    void retracted(String why) {
        tell(VisitChange.RETRACTED, "", Wording.who(after) + ": " + why);
    }

    /** Tells that the announced days passed in silence. */
    void overdue() {
        String line = Wording.who(after) + " was to visit " + Wording.where(after) + Wording.when(after)
                + "; no word of an arrival";
        tell(VisitChange.OVERDUE, "" + after.dates().end(), line);
    }

    /** Tells all that differs from {@code before}. */
    void since(Visit before) {
        visitors(before);
        status(before);
        dates(before);
        hosts(before);
        if (after.confirmed() && !before.confirmed()) {
            once(VisitChange.CONFIRMED, "", Wording.line(after) + ": " + confirmation());
        }
        if (alerts.isEmpty() && newSource(before)) {
            String outlet = Objects.requireNonNull(cause.report()).outlet().name();
            once(VisitChange.NEW_SOURCE, cause.report().articleId(), outlet + " too: " + Wording.line(after));
        }
    }

    private String confirmation() {
        int sources = after.independentSources();
        return sources == 1 ? "confirmed" : sources + " independent sources";
    }

    private void visitors(Visit before) {
        for (Visitor visitor : after.visitors()) {
            boolean known = before.visitors().stream().anyMatch(v -> VisitorMatch.of(v, visitor) == VisitorMatch.SAME);
            if (known || VisitorMatch.tier(visitor) == Tier.DELEGATION) {
                continue;
            }
            boolean unnamedBefore = before.visitors().stream()
                    .anyMatch(v -> !v.named() && VisitorMatch.of(v, visitor) != VisitorMatch.NONE);
            String line = unnamedBefore
                    ? Wording.who(visitor) + " is the visitor: " + Wording.line(after)
                    : Wording.who(visitor) + " comes too: " + Wording.line(after);
            once(VisitChange.VISITOR_ADDED, visitor.id(), line);
        }
    }

    private void status(Visit before) {
        if (after.status() == before.status()) {
            return;
        }
        previous = before.status();
        VisitChange change =
                after.status() == VisitStatus.DISPUTED ? VisitChange.CONTRADICTED : VisitChange.STATUS_CHANGED;
        tell(change, after.status().name(), Wording.line(after));
        previous = null;
    }

    private void dates(Visit before) {
        VisitDates was = before.dates();
        VisitDates now = after.dates();
        if (!stated(now) || (was.precision() == now.precision() && Objects.equals(was.start(), now.start()))) {
            return;
        }
        boolean planned = after.status().coarse() == VisitStatus.Coarse.PLANNED;
        boolean news = planned ? now.precision() == Precision.DAY || stated(was) : stated(was) && shifted(was, now);
        if (news) {
            String key = now.start() + "/" + now.end();
            tell(
                    VisitChange.DATES_CHANGED,
                    key,
                    Wording.line(after) + (stated(was) ? ", not" + Wording.when(before) : ""));
        }
    }

    private static boolean stated(VisitDates dates) {
        return dates.start() != null && dates.precision() != Precision.PUBLISHED && dates.precision() != Precision.NONE;
    }

    /** Whether the new day is outside the old days by more than a time zone or a late night explains. */
    private static boolean shifted(VisitDates was, VisitDates now) {
        LocalDate start = Objects.requireNonNull(was.start());
        LocalDate end = was.end() == null ? start : was.end();
        LocalDate day = Objects.requireNonNull(now.start());
        return day.isBefore(start.minusDays(SHIFT_DAYS - 1)) || day.isAfter(end.plusDays(SHIFT_DAYS - 1));
    }

    private void hosts(Visit before) {
        for (Host host : after.hosts()) {
            if (before.hosts().stream().noneMatch(h -> h.id().equals(host.id()))) {
                String line = Wording.who(after) + " met " + Wording.host(host) + " in " + Wording.where(after);
                once(VisitChange.HOST_MET, host.id(), line);
            }
        }
    }

    private boolean newSource(Visit before) {
        return cause.report() != null && after.independentSources() > before.independentSources();
    }

    /** What a first alert already shows is not told again. */
    private void remember() {
        after.visitors().forEach(v -> told.add(VisitChange.VISITOR_ADDED + ":" + v.id()));
        after.hosts().forEach(h -> told.add(VisitChange.HOST_MET + ":" + h.id()));
        if (after.confirmed()) {
            told.add(VisitChange.CONFIRMED + ":");
        }
    }

    private void once(VisitChange change, String what, String line) {
        if (!told.contains(change + ":" + what)) {
            tell(change, what, line);
        }
    }

    private void tell(VisitChange change, String what, String line) {
        String key = change + ":" + what;
        long times = told.stream().filter(key::equals).count();
        told.add(key);
        VisitReport report = cause.report();
        Evidence evidence = report == null ? null : report.evidence().get(0);
        alerts.add(new Alert(
                Ids.alert(after.id(), times == 0 ? key : key + "#" + (times + 1)),
                change,
                cause.at(),
                line,
                after,
                previous,
                evidence,
                report == null ? null : report.id(),
                report == null ? List.of() : report.rules(),
                report == null ? List.of() : report.scoreParts(),
                change == VisitChange.NEW_VISIT ? baseRates : List.of(),
                cause.backfill(),
                cause.dataVersion()));
    }
}
