package io.visitwatch.app.api;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Health;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What the API serves.
 *
 * @param board visits and alerts
 * @param health how the parts of this process are
 * @param metrics numbers for Prometheus
 * @param feeds how the feeds of this process are, as values that become JSON
 */
public record ApiData(Board board, Health health, PrometheusMeterRegistry metrics, Supplier<? extends List<?>> feeds) {
    public ApiData {
        Objects.requireNonNull(board, "board");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(metrics, "metrics");
        Objects.requireNonNull(feeds, "feeds");
    }
}
