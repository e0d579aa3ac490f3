package io.visitwatch.alerts.visit;

import io.visitwatch.model.Evidence;
import io.visitwatch.model.Visit.Step;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit stands, read from its reports in event order.
 *
 * <p>The life goes forward only: rumoured, announced, on the way, arrived, ended; a later report of an earlier stage changes
 * nothing. A plan can be put off, called off or denied, and be taken up again a day later. Against a denial, sources are
 * weighed: the side that weighs more than twice as much is believed, else the visit is disputed.
 */
final class LifeCycle {
    private static final Duration SETTLED = Duration.ofHours(24);
    private static final double CLEAR = 2;

    private final Origins origins;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, Double> claimed = new HashMap<>();
    private final Map<Integer, Double> denied = new HashMap<>();
    private @Nullable VisitStatus best;
    private Instant negatedAt = Instant.MIN;

    private LifeCycle(Origins origins) {
        this.origins = origins;
    }

    /** The steps of the life that {@code reports}, in event order, tell. */
    static List<Step> of(List<VisitReport> reports, Origins origins) {
        LifeCycle life = new LifeCycle(origins);
        reports.forEach(life::read);
        return life.steps;
    }

    private void read(VisitReport report) {
        switch (report.status()) {
            case RUMOURED, ANNOUNCED -> plan(report);
            case EN_ROUTE, ARRIVED, ENDED, DISPUTED -> presence(report);
            case POSTPONED, CANCELLED -> callOff(report);
            case DENIED -> deny(report);
        }
    }

    private @Nullable VisitStatus now() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1).status();
    }

    private void plan(VisitReport report) {
        claimed.merge(origins.of(report), origins.weight(report), Math::max);
        VisitStatus now = now();
        if (now == null) {
            raise(report.status());
            step(report.status(), report);
        } else if (now == VisitStatus.RUMOURED) {
            raise(report.status());
            step(report.status(), report);
        } else if (now.coarse() == VisitStatus.Coarse.CANCELLED && settledBefore(report)) {
            raise(report.status());
            step(now == VisitStatus.DENIED ? report.status() : VisitStatus.ANNOUNCED, report);
        } else if (now == VisitStatus.DISPUTED) {
            weigh(report);
        }
    }

    /** A plan told within a day of a cancellation is an older story, not a new plan. */
    private boolean settledBefore(VisitReport report) {
        return report.eventTime().isAfter(negatedAt.plus(SETTLED));
    }

    private void presence(VisitReport report) {
        VisitStatus status = report.status() == VisitStatus.DISPUTED ? VisitStatus.ARRIVED : report.status();
        claimed.merge(origins.of(report), origins.weight(report), Math::max);
        VisitStatus now = now();
        raise(status);
        if (report.status() == VisitStatus.DISPUTED) {
            step(VisitStatus.DISPUTED, report);
        } else if (now == VisitStatus.DENIED || now == VisitStatus.DISPUTED) {
            weigh(report);
        } else if (now == null || now.coarse() == VisitStatus.Coarse.CANCELLED || rank(status) > rank(now)) {
            step(status, report);
        }
    }

    private void callOff(VisitReport report) {
        VisitStatus now = now();
        if (now == VisitStatus.ARRIVED || now == VisitStatus.ENDED || now == VisitStatus.DISPUTED) {
            return;
        }
        boolean again = now == VisitStatus.CANCELLED
                || now == VisitStatus.DENIED
                || (now == VisitStatus.POSTPONED && report.status() == VisitStatus.POSTPONED);
        negatedAt = report.eventTime();
        if (!again) {
            step(report.status(), report);
        }
    }

    private void deny(VisitReport report) {
        denied.merge(origins.of(report), origins.weight(report), Math::max);
        negatedAt = report.eventTime();
        VisitStatus now = now();
        if (now == null || now == VisitStatus.RUMOURED) {
            step(VisitStatus.DENIED, report);
        } else if (now.coarse() != VisitStatus.Coarse.CANCELLED) {
            weigh(report);
        }
    }

    /** Decides between those who say it is so and those who deny it. */
    private void weigh(VisitReport report) {
        double yes = claimed.values().stream().mapToDouble(w -> w).sum();
        double no = denied.values().stream().mapToDouble(w -> w).sum();
        if (yes > CLEAR * no && best != null) {
            step(best, report);
        } else if (no > CLEAR * yes) {
            step(VisitStatus.DENIED, report);
        } else {
            step(VisitStatus.DISPUTED, report);
        }
    }

    private void raise(VisitStatus status) {
        if (best == null || rank(status) > rank(best)) {
            best = status;
        }
    }

    private static int rank(VisitStatus status) {
        return switch (status) {
            case RUMOURED -> 0;
            case ANNOUNCED -> 1;
            case EN_ROUTE -> 2;
            case ARRIVED -> 3;
            case ENDED -> 4;
            case DISPUTED, POSTPONED, CANCELLED, DENIED -> -1;
        };
    }

    /** A report that nobody can date adds its step to the last known time. */
    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void step(VisitStatus status, VisitReport report) {
        if (now() != status) {
            Evidence evidence = report.evidence().get(0);
            Instant at = steps.isEmpty()
                    ? report.eventTime()
                    : later(steps.get(steps.size() - 1).at(), report.eventTime());
            steps.add(new Step(status, at, report.id(), evidence));
        }
    }
}
