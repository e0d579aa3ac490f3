package io.visitwatch.alerts.visit;

import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One report, seen by the clustering: who, and on which days the visitor may have been there.
 *
 * @param report the report
 * @param told day of its publication in the zone of the watched place
 * @param from first day of presence it allows
 * @param to last day of presence it allows
 * @param tier how well it says who came
 * @param gathering whether it tells of a summit or a conference
 */
record Claim(
        VisitReport report, LocalDate told, LocalDate from, LocalDate to, VisitorMatch.Tier tier, Gathering gathering) {
    /** The order that makes everything below independent of arrival: event time, then id. */
    static final Comparator<Claim> ORDER = Comparator.comparing(Claim::report, reportOrder());

    private static final int WIDE = 5;
    private static final String ANY_SEASON = "|any";
    private static final String GATHERING = "gathering";

    /** Oldest event first, then by id. */
    static Comparator<VisitReport> reportOrder() {
        return Comparator.comparing(VisitReport::eventTime).thenComparing(VisitReport::id);
    }

    /** The claim of a report by the days of {@code zone}; {@code gathering} is what it tells of, where that matters. */
    static Claim of(VisitReport report, ZoneId zone, Gathering gathering) {
        LocalDate told = report.eventTime().atZone(zone).toLocalDate();
        VisitDates dates = report.dates();
        LocalDate start = known(dates.start(), dates.end(), earliest(report.status(), told));
        LocalDate end = known(dates.end(), dates.start(), latest(report.status(), told));
        boolean guessed = dates.precision() == Precision.PUBLISHED && present(report.status());
        if (guessed && start.isBefore(told.minusDays(1)) && !end.isBefore(told)) {
            start = told.minusDays(1);
        }
        // a gathering says who comes by saying what it is: it may hold its guests together
        VisitorMatch.Tier tier = gathering == Gathering.HUB ? VisitorMatch.Tier.NAMED : VisitorMatch.tier(report);
        return new Claim(report, told, start, end, tier, gathering);
    }

    private static LocalDate known(@Nullable LocalDate day, @Nullable LocalDate other, LocalDate guess) {
        if (day != null) {
            return day;
        }
        return other == null ? guess : other;
    }

    private static LocalDate earliest(VisitStatus status, LocalDate told) {
        return switch (status.coarse()) {
            case HAPPENING -> status == VisitStatus.ENDED ? told.minusDays(2) : told.minusDays(1);
            case PLANNED -> told;
            case CANCELLED -> told.minusDays(2);
        };
    }

    private static LocalDate latest(VisitStatus status, LocalDate told) {
        return status.coarse() == VisitStatus.Coarse.HAPPENING ? told : told.plusDays(30);
    }

    /** Whether the report says that the visitor is, was or is on the way there. */
    boolean present() {
        return present(report.status());
    }

    private static boolean present(VisitStatus status) {
        return status.coarse() == VisitStatus.Coarse.HAPPENING;
    }

    /** Whether the report gives a day, so that it may part two visits. */
    boolean dated() {
        return report.dates().precision() == Precision.DAY;
    }

    /** Whether the days are so uncertain that the report must not hold two visits together. */
    boolean wide() {
        return to.toEpochDay() - from.toEpochDay() > WIDE;
    }

    /**
     * Whether nobody knows when it was written, nor does it say when the visit was: a page without a date, out of an archive
     * that does not know it either.
     */
    static boolean undated(VisitReport report) {
        return report.published() == null
                && !report.firstSeen().isAfter(Instant.EPOCH)
                && report.dates().start() == null
                && report.dates().end() == null;
    }

    /** As {@link #undated(VisitReport)}. */
    boolean undated() {
        return undated(report);
    }

    /** What the article itself guesses of the time: its grouping key without the visitor; empty when it guesses nothing. */
    static String season(VisitReport report) {
        String key = report.visitKey();
        return key.endsWith(ANY_SEASON) ? "" : key.substring(Math.max(0, key.indexOf('|')));
    }

    /** Whether the article itself guesses that it tells of the same as the other: of one visitor or one gathering, at one time. */
    static boolean sameGuess(VisitReport a, VisitReport b) {
        return a.visitKey().equals(b.visitKey())
                || (!season(a).isEmpty() && season(a).equals(season(b)));
    }

    /**
     * Whether nobody can date it and it guesses nothing of the time either: it may tell of any visit of its one visitor. Nothing
     * of the kind is said of those who gather, or who come from several states.
     */
    static boolean timeless(VisitReport report) {
        return undated(report)
                && report.visitKey().endsWith(ANY_SEASON)
                && report.visitors().size() == 1
                && VisitorMatch.tier(report) == VisitorMatch.Tier.NAMED
                && !Gathering.hub(report);
    }

    /** Whom an article tells of, by its grouping key: the same for every spelling of one name. */
    static String who(VisitReport report) {
        return report.visitKey().substring(0, Math.max(0, report.visitKey().indexOf('|')));
    }

    /** Whether the article's guess is that it tells of a gathering, whoever comes. */
    static boolean ofGathering(VisitReport report) {
        return who(report).equals(GATHERING);
    }

    /** Days between the two windows; 0 when they meet. */
    long distance(Claim other) {
        return distance(other.from, other.to);
    }

    /** Days between this window and {@code [start, end]}; 0 when they meet. */
    long distance(LocalDate start, LocalDate end) {
        long before = start.toEpochDay() - to.toEpochDay();
        long after = from.toEpochDay() - end.toEpochDay();
        return Math.max(0, Math.max(before, after));
    }

    Set<String> countries() {
        Set<String> countries = new TreeSet<>();
        for (Visitor visitor : report.visitors()) {
            countries.add(visitor.country());
        }
        return countries;
    }
}
