package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay is told to stop in its midst, then killed without a word, and goes on both times to what one run gives. */
@Tag("faults")
class ReplayInterruptedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Six checkpoints. */
    private static final int ARTICLES = 120_000;

    private final List<Article> visits = Archive.of(200, Instant.parse("2021-03-04T05:06:07Z"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void givesWhatOneRunGivesAndSaysHowToGoOn() throws Exception {
        Path archive = Files.write(
                folder.resolve("archive.jsonl"),
                IntStream.range(0, ARTICLES).mapToObj(this::line).toList());
        Path broken = folder.resolve("broken");
        try (ServiceProcess replay = replay("first", archive, broken)) {
            awaitCheckpoint(replay, broken, 20_000);
            replay.signal("TERM");
            assertThat(replay.exit(PATIENCE)).isEqualTo(143);
            assertThat(replay.said()).contains("replay interrupted: the same command goes on from its last checkpoint");
        }
        try (ServiceProcess replay = replay("second", archive, broken)) {
            awaitCheckpoint(replay, broken, 40_000);
            replay.kill();
        }
        finish("third", archive, broken);
        assertThat(Files.readString(folder.resolve("third.err"))).contains("of an interrupted replay");
        finish("whole", archive, folder.resolve("whole"));
        for (String file : List.of("alerts.jsonl", "visits.jsonl", "dead-letters.jsonl")) {
            assertThat(broken.resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        assertThat(broken.resolve("alerts.jsonl")).isNotEmptyFile();
    }

    /** News of visits, between them much that tells of none. */
    private String line(int number) {
        Article told = visits.get(number / 100 % visits.size());
        String id = String.format(Locale.ROOT, "%032x", number);
        return Json.write(
                number % 100 == 0
                        ? told.change().id(id).build()
                        : told.change()
                                .id(id)
                                .says("Weather", "", "It rained in Glasgow.")
                                .build());
    }

    private void finish(String log, Path archive, Path out) throws Exception {
        try (ServiceProcess replay = replay(log, archive, out)) {
            assertThat(replay.exit(PATIENCE)).as(replay.said()).isZero();
            assertThat(replay.said()).doesNotContain("interrupted: ");
        }
    }

    private ServiceProcess replay(String log, Path archive, Path out) throws Exception {
        return ServiceProcess.start(folder.resolve(log), "replay", archive.toString(), "--out", out.toString());
    }

    private static void awaitCheckpoint(ServiceProcess replay, Path out, int items) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(replay.alive()).as(replay.said()).isTrue();
            Path checkpoint = out.resolve(".replay/checkpoint.json");
            return Files.exists(checkpoint)
                    && Json.mapper().readTree(checkpoint.toFile()).path("items").asInt() >= items;
        });
    }
}
