package io.visitwatch.app.web;

import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Health;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What the dashboard shows.
 *
 * @param board visits and alerts
 * @param health how the parts of this process are
 * @param tokenForCommands whether commands want a token
 * @param clock time of requests
 */
public record WebData(Board board, Health health, boolean tokenForCommands, InstantSource clock) {
    public WebData {
        Objects.requireNonNull(board, "board");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(clock, "clock");
    }
}
