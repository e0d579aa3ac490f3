package io.visitwatch.alerts.visit;

import io.visitwatch.model.SourceClass;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * What the ledger lets people decide.
 *
 * @param confirmedWhen condition of {@code CONFIRMED}
 * @param outletClasses class of an outlet by its name, where it differs from what the feed says
 * @param zone zone whose days count, per watched place; places not listed use {@link #DEFAULT_ZONE}
 * @param gapDays days without a report after which the same visitor in the same place is a new visit, 1 to 14
 * @param planDays days between two announcements of one visitor after which they are two plans, 1 to 60
 * @param overdueDays days after the last announced day before a silent visit is overdue, 0 to 30
 * @param closeDays days after its last day before a visit is closed, 1 to 90
 * @param keepDays days after its last day before a visit's reports are forgotten, at least {@code closeDays}
 * @param staleDays how far behind the clock a visit may lie to wake somebody when first heard of
 * @param sameText share of equal fingerprint positions from which two texts are copies, 0 to 1
 * @param maxReports reports of one visit kept in full; more that say nothing new are counted only
 */
public record LedgerConfig(
        ConfirmedWhen confirmedWhen,
        Map<String, SourceClass> outletClasses,
        Map<String, ZoneId> zone,
        int gapDays,
        int planDays,
        int overdueDays,
        int closeDays,
        int keepDays,
        int staleDays,
        double sameText,
        int maxReports) {
    /** Zone of a watched place that names none: Baghdad's. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Baghdad");

    public LedgerConfig {
        Objects.requireNonNull(confirmedWhen, "confirmedWhen");
        outletClasses = Map.copyOf(outletClasses);
        zone = Map.copyOf(zone);
        within("gapDays", gapDays, 1, 14);
        within("planDays", planDays, 1, 60);
        within("overdueDays", overdueDays, 0, 30);
        within("closeDays", closeDays, 1, 90);
        within("keepDays", keepDays, closeDays, 100_000);
        within("staleDays", staleDays, 1, 100_000);
        within("maxReports", maxReports, 8, 1000);
        if (!(sameText > 0 && sameText <= 1)) {
            throw new IllegalArgumentException("sameText " + sameText + " is not between 0 and 1");
        }
    }

    /** What runs without configuration. */
    public static LedgerConfig standard() {
        return new LedgerConfig(ConfirmedWhen.STANDARD, Map.of(), Map.of(), 4, 21, 2, 14, 60, 30, 0.6, 64);
    }

    /** The same, but reports are never forgotten and nothing is stale: for archives read in any order. */
    public LedgerConfig forAnyOrder() {
        return new LedgerConfig(
                confirmedWhen,
                outletClasses,
                zone,
                gapDays,
                planDays,
                overdueDays,
                closeDays,
                100_000,
                100_000,
                sameText,
                maxReports);
    }

    ZoneId zoneOf(String watch) {
        return zone.getOrDefault(watch, DEFAULT_ZONE);
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + ": " + value + " is not between " + least + " and " + most);
        }
    }
}
