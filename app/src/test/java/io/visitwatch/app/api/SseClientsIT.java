package io.visitwatch.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Boards;
import io.visitwatch.app.run.Health;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The live stream with listeners of every kind. */
class SseClientsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SILENT = 200;

    private final Board board = new Board();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ApiServer api = ApiServer.start(
            new ApiSettings("127.0.0.1", 0, false, List.of(), List.of()),
            new ApiData(board, new Health(), meters, List::of),
            List.of());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void listenersWhoDoNotReadDelayNobodyAndAreLetGo() throws Exception {
        try (Listeners listeners = new Listeners()) {
            listeners.silent(api.url(), SILENT);
            listeners.listen(api.url(), null);
            await().atMost(PATIENCE).until(() -> clients() == SILENT + 1);
            Boards.tell(board, 0, 3_000); // 2 MB for each: far more than any socket takes
            await().atMost(PATIENCE).until(() -> listeners.heard().size() == 3_000);
            assertThat(listeners.heard()).isEqualTo(ids(0, 3_000));
            await().atMost(PATIENCE).until(() -> clients() == 1);
        }
        Boards.tell(board, 3_000, 1);
    }

    @Test
    void whoComesBackHearsWhatHeMissedHoweverMuchItIs() throws Exception {
        Boards.tell(board, 0, 12_000);
        try (Listeners listeners = new Listeners()) {
            listeners.listen(api.url(), "0:1999");
            await().atMost(PATIENCE).until(() -> listeners.heard().size() == 10_000);
            Boards.tell(board, 12_000, 5);
            await().atMost(PATIENCE).until(() -> listeners.heard().size() == 10_005);
            assertThat(listeners.heard()).isEqualTo(ids(2_000, 10_005));
        }
    }

    private int clients() {
        return (int) meters.get("visitwatch.sse.clients").gauge().value();
    }

    private static List<String> ids(int first, int count) {
        return LongStream.range(first, first + count).mapToObj(id -> "0:" + id).toList();
    }
}
