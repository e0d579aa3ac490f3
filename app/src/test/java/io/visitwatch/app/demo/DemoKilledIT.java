package io.visitwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.app.Main;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own, killed without warning and started again on the same folder. */
class DemoKilledIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void losesNoAlertAndTellsNoneTwiceWhenKilledAndRestarted() throws Exception {
        Path data = folder.resolve("data");
        Process first = demo("first", data);
        await().atMost(Duration.ofMinutes(2)).until(() -> lines("first", "\"change\"") > 0);
        first.destroyForcibly(); // SIGKILL
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();

        Process second = demo("second", data, "--exit");
        assertThat(second.waitFor(3, TimeUnit.MINUTES)).as("second run ends").isTrue();
        assertThat(second.exitValue())
                .as(Files.readString(folder.resolve("second.err")))
                .isZero();

        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data.resolve("broker")))) {
            KafkaAccess access = KafkaAccess.to(
                    broker.bootstrapServers(),
                    new ConfigLoader(name -> null).defaults().config());
            Harvest harvest = Harvest.of(access);
            assertThat(harvest.articleIds())
                    .doesNotHaveDuplicates()
                    .hasSize(NewsroomData.bundled().size());
            assertThat(harvest.taggedIds()).containsExactlyInAnyOrderElementsOf(harvest.articleIds());
            assertThat(harvest.alertIds())
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(harvest.recomputedAlertIds());
        }
    }

    private Process demo(String name, Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "demo",
                "--json",
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(file(name, "out"))
                .redirectError(file(name, "err"))
                .start();
    }

    private File file(String name, String kind) {
        return folder.resolve(name + "." + kind).toFile();
    }

    private long lines(String name, String word) throws IOException {
        try (var lines = Files.lines(folder.resolve(name + ".out"))) {
            return lines.filter(l -> l.contains(word)).count();
        }
    }
}
