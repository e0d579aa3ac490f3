package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReloadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ConfigLoader loader = new ConfigLoader(name -> null);
    private final List<AppConfig> taken = new CopyOnWriteArrayList<>();
    private int writes;

    @Test
    void takesChangedFeedsAndKeepsTheOldOnesWhenTheFileIsWrong() throws IOException {
        Path file = folder.resolve("v.yaml");
        write(file, "feeds: [{url: 'https://a.example/x', outlet: A}]\n");
        LoadedConfig first = loader.load(file);
        try (ConfigReload reload = ConfigReload.start(first, file, old -> loader.load(file), registry, taken::add)) {
            assertThat(reload).isNotNull();
            write(file, "feeds: [{url: 'https://a.example/x', outlt: A}]\n");
            await().atMost(PATIENCE).until(() -> count("refused") == 1);
            assertThat(taken).isEmpty();

            write(file, "feeds: [{url: 'https://a.example/x', outlet: A}, {url: 'https://b.example/x', outlet: B}]\n");
            await().atMost(PATIENCE).until(() -> count("taken") == 1);
            assertThat(taken)
                    .singleElement()
                    .satisfies(config -> assertThat(config.feeds()).hasSize(2));

            Files.delete(file);
            await().atMost(PATIENCE).until(() -> count("refused") >= 2);
            assertThat(taken).hasSize(1);
        }
    }

    /** With a stamp of its own each time, however coarse the clock of the file system. */
    private void write(Path file, String yaml) throws IOException {
        Files.writeString(file, yaml);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-22T08:00:00Z").plusSeconds(++writes)));
    }

    private double count(String outcome) {
        return registry.get("visitwatch.config.reloads")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
