package io.visitwatch.app.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.demo.Demo;
import io.visitwatch.app.demo.DemoTally;
import io.visitwatch.app.demo.DemoWatch;
import io.visitwatch.app.demo.Harvest;
import io.visitwatch.app.demo.NewsroomData;
import io.visitwatch.app.demo.Outcome;
import io.visitwatch.broker.TopicAdmin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/** The scenario of the embedded broker, on the broker people run: set by {@code kafka.bootstrap.servers} alone. */
@ContainerTest
class DemoOnKafkaIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void runsTheWholeRoadOnAnExternalBroker() throws Exception {
        // Its start script now and then cannot replace a file on some storage drivers: one more try is not our failure.
        try (KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1").withStartupAttempts(3)) {
            kafka.start();
            Path file = Files.writeString(
                    folder.resolve("visitwatch.yaml"),
                    "kafka:\n  bootstrap.servers: '" + kafka.getBootstrapServers() + "'\n  partitions: 3\n");
            LoadedConfig loaded = new ConfigLoader(name -> null).load(file);
            DemoTally tally = new DemoTally();
            try (Demo demo = Demo.start(
                            loaded,
                            folder.resolve("data"),
                            loaded.config().api().withPort(0),
                            InstantSource.system());
                    DemoWatch watch = new DemoWatch(demo, tally, alert -> {})) {
                await().atMost(Duration.ofMinutes(3)).until(() -> watch.over(Duration.ofSeconds(4)));
                check(demo);
            }
        }
    }

    private static void check(Demo demo) {
        try (TopicAdmin admin = demo.service().access().admin()) {
            assertThat(admin.diff()).isEmpty();
        }
        Harvest harvest = Harvest.of(demo.service().access());
        assertThat(harvest.articleIds())
                .doesNotHaveDuplicates()
                .hasSize(NewsroomData.bundled().size());
        assertThat(harvest.taggedIds()).containsExactlyInAnyOrderElementsOf(harvest.articleIds());
        assertThat(harvest.alertIds()).doesNotHaveDuplicates().containsExactlyElementsOf(harvest.recomputedAlertIds());
        assertThat(harvest.deadLetters()).isEmpty();
        Outcome outcome = Outcome.of(harvest.visits());
        assertThat(outcome.found()).as(outcome.toString()).isEqualTo(Outcome.EXPECTED);
    }
}
