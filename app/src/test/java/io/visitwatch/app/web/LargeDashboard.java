package io.visitwatch.app.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.app.api.ApiData;
import io.visitwatch.app.api.ApiServer;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Boards;
import io.visitwatch.app.run.Health;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The dashboard over a large store, without a broker, for the browser suite: {@code PORT VISITS FOLDER}. The same visits stand in a
 * replay's result called {@code archive}. Ends when its input ends.
 */
public final class LargeDashboard {
    private LargeDashboard() {}

    /** Serves until standard input ends. */
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        List<Visit> visits = ManyVisits.until(LocalDate.now(Frame.ZONE), Integer.parseInt(args[1]));
        Path results = Path.of(args[2]);
        write(results.resolve("archive"), visits);
        try (ApiServer server = start(port, Boards.of(visits), results)) {
            System.out.println("ready " + server.url());
            System.in.readAllBytes(); // until the suite lets go
        }
    }

    /** A server over {@code board}; port 0 takes a free one. */
    static ApiServer start(int port, Board board, Path results) {
        Health health = new Health();
        health.watch("api", () -> Health.State.UP);
        InstantSource clock = Instant::now;
        return ApiServer.start(
                new ApiSettings("127.0.0.1", port, false, List.of(), List.of()),
                new ApiData(board, health, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), List::of),
                List.of(new WebModule(new WebData(
                        board,
                        health,
                        List::of,
                        new Explainer(() -> null, FetcherConfig.publicOnly("nobody@example.com")),
                        Routing.to("desk"),
                        results,
                        false,
                        clock))));
    }

    private static void write(Path folder, List<Visit> visits) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(visits.size());
        for (Visit visit : visits) {
            lines.add(Json.write(visit));
        }
        Files.write(folder.resolve("visits.jsonl"), lines);
        Files.writeString(
                folder.resolve("summary.json"),
                "{\"articles\":" + 40 * visits.size() + ",\"visits\":" + visits.size() + "}");
    }
}
