package io.visitwatch.alerts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process of its own killed between any two steps of one delivery, and started again: nothing lost, repeats under one id. How often
 * the receiver hears of it is what {@code DeliveryStepsIT} counts.
 */
@Tag("faults")
@SuppressWarnings("NullAway.Init")
class DeliveryKilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static OutboxSite site;

    @BeforeAll
    static void startBroker() {
        site = new OutboxSite(folder.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("io.visitwatch.alerts.kafka.DeliverySteps#all")
    void losesNothingAndRepeatsUnderOneIdWhereverItIsKilled(DeliverySteps.Step step) throws Exception {
        Topics topics = site.topics("killed" + step.number(), 1);
        try (Desk desk = new Desk()) {
            site.publish(topics, Alerts.arrival().of("v1").build());
            Process outbox = start(topics, desk, step);
            try {
                assertThat(outbox.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as(said(step))
                        .isTrue();
                assertThat(outbox.exitValue()).as(said(step)).isEqualTo(KilledOutbox.KILLED);
            } finally {
                outbox.destroyForcibly().waitFor();
            }
            site.publish(topics, Alerts.arrival().of("v2").build());
            try (NotifyService again = Desk.outbox(site.client(), topics, desk.url(), passed -> {})) {
                await().atMost(PATIENCE)
                        .until(() ->
                                !desk.about("v1").isEmpty() && !desk.about("v2").isEmpty());
                await().atMost(PATIENCE).until(() -> again.open().isEmpty());
            }
            List<Desk.Told> first = desk.about("v1");
            assertThat(first)
                    .extracting(Desk.Told::id)
                    .containsOnly(first.get(0).id());
            assertThat(first).extracting(Desk.Told::attempt).doesNotHaveDuplicates();
            assertThat(desk.about("v2"))
                    .extracting(Desk.Told::id)
                    .containsOnly(desk.about("v2").get(0).id());
        }
    }

    private static Process start(Topics topics, Desk desk, DeliverySteps.Step step) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledOutbox.class.getName(),
                String.valueOf(site.client().get("bootstrap.servers")),
                topics.prefix(),
                desk.url(),
                Integer.toString(step.number())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(step).toFile())
                .start();
    }

    private static Path log(DeliverySteps.Step step) {
        return folder.resolve("killed" + step.number() + ".log");
    }

    private static String said(DeliverySteps.Step step) throws IOException {
        return Files.readString(log(step));
    }
}
