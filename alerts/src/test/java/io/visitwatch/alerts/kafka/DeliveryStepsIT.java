package io.visitwatch.alerts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The outbox dies between any two steps of one delivery, from the alert taken to the delivery marked, with all it had in memory and
 * its open transaction: nothing is lost, and what is repeated carries the same id. {@code DeliveryKilledIT} does the same to a
 * process of its own.
 */
@SuppressWarnings("NullAway.Init")
class DeliveryStepsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static OutboxSite site;

    @BeforeAll
    static void startBroker() {
        site = new OutboxSite(folder);
    }

    @AfterAll
    static void stopBroker() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("io.visitwatch.alerts.kafka.DeliverySteps#all")
    void losesNothingAndRepeatsUnderOneIdWhereverItDies(DeliverySteps.Step step) throws Exception {
        Topics topics = site.topics("killed" + step.number(), 1);
        try (Desk desk = new Desk()) {
            site.publish(topics, Alerts.arrival().of("v1").build());
            AtomicInteger steps = new AtomicInteger();
            AtomicBoolean died = new AtomicBoolean();
            try (NotifyService service = Desk.outbox(site.client(), topics, desk.url(), passed -> {
                if (steps.incrementAndGet() == step.number()) {
                    died.set(true);
                    throw new Death();
                }
            })) {
                await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilTrue(died);
                assertThat(service).isNotNull();
            }
            site.publish(topics, Alerts.arrival().of("v2").build());
            try (NotifyService service = Desk.outbox(site.client(), topics, desk.url(), passed -> {})) {
                await().dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .until(() ->
                                !desk.about("v1").isEmpty() && !desk.about("v2").isEmpty());
                await().dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .until(() -> service.open().isEmpty());
            }
            List<Desk.Told> first = desk.about("v1");
            assertThat(first).hasSize(step.times());
            assertThat(first)
                    .extracting(Desk.Told::id)
                    .containsOnly(first.get(0).id());
            assertThat(first).extracting(Desk.Told::attempt).doesNotHaveDuplicates();
            assertThat(desk.about("v2")).hasSize(1);
        }
    }

    /** Ends a life of the outbox where it is thrown: no handler knows it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
