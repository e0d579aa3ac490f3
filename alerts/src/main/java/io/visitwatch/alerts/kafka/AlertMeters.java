package io.visitwatch.alerts.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitReport;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts alerts by change, and how long they took from the moment a feed item was first seen: {@code visitwatch_alerts_total{change}}
 * and the histogram {@code visitwatch_alert_latency_seconds}. What history or the clock caused is not timed. A record that is
 * worked on again after a broken transaction counts twice.
 */
final class AlertMeters {
    private static final Duration[] STEPS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6)
    };

    private final Map<VisitChange, Counter> changes = new EnumMap<>(VisitChange.class);
    private final Timer latency;

    AlertMeters(MeterRegistry registry) {
        for (VisitChange change : VisitChange.values()) { // all at once: a rate needs the zero before the first one
            changes.put(
                    change,
                    Counter.builder("visitwatch.alerts")
                            .description("Alerts by change")
                            .tag("change", change.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        latency = Timer.builder("visitwatch.alert.latency")
                .description("From the first sight of a feed item to the alert it caused")
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** Counts an alert. */
    void told(Alert alert) {
        Counter counter = changes.get(alert.change());
        if (counter != null) {
            counter.increment();
        }
    }

    /** Times an alert that {@code report} caused. */
    void told(VisitReport report, Instant now) {
        Duration took = Duration.between(report.firstSeen(), now);
        if (!report.backfill() && !took.isNegative()) {
            latency.record(took);
        }
    }
}
