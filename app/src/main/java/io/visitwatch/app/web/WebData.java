package io.visitwatch.app.web;

import io.visitwatch.alerts.route.Routing;
import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Health;
import io.visitwatch.ingest.FeedStatus;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What the dashboard shows.
 *
 * @param board visits and alerts
 * @param health how the parts of this process are
 * @param feeds how the feeds of this process are
 * @param explainer reads one article on demand
 * @param routing who is told of what
 * @param results folder with results of replays and backtests, one folder each
 * @param tokenForCommands whether commands want a token
 * @param clock time of requests
 */
public record WebData(
        Board board,
        Health health,
        Supplier<List<FeedStatus>> feeds,
        Explainer explainer,
        Routing routing,
        Path results,
        boolean tokenForCommands,
        InstantSource clock) {
    public WebData {
        Objects.requireNonNull(board, "board");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(feeds, "feeds");
        Objects.requireNonNull(explainer, "explainer");
        Objects.requireNonNull(routing, "routing");
        Objects.requireNonNull(results, "results");
        Objects.requireNonNull(clock, "clock");
    }
}
