package io.visitwatch.alerts.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.wire.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an outbox loop running: alerts in, receivers told, every step written to {@code notifications} first. After a broker
 * failure or after being fenced the loop is built anew from what the topics hold; nothing else is remembered.
 */
public final class NotifyService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyService.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NotifyConfig config;
    private final Map<String, Object> kafka;
    private final Topics topics;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final NotifyLoop.Passed passed;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable NotifyLoop> current = new AtomicReference<>();

    private NotifyService(
            NotifyConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            InstantSource clock,
            NotifyLoop.Passed passed) {
        this.passed = passed;
        this.config = config;
        this.kafka = Map.copyOf(kafka);
        this.topics = topics;
        this.clock = clock;
        this.meters = meters;
        this.thread = new Thread(this::run, "visitwatch-notify");
    }

    /**
     * Starts telling.
     *
     * @param config routes and receivers
     * @param kafka client properties, {@code bootstrap.servers} among them
     * @param topics topics of the installation, which must exist
     * @param meters where {@code visitwatch_notify_*} and {@code visitwatch_outbox_*} are registered
     * @param clock time for retries, silences and mute times
     */
    public static NotifyService start(
            NotifyConfig config, Map<String, Object> kafka, Topics topics, MeterRegistry meters, InstantSource clock) {
        return start(config, kafka, topics, meters, clock, step -> {});
    }

    /** As above, telling {@code passed} of each step of each delivery. */
    static NotifyService start(
            NotifyConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            InstantSource clock,
            NotifyLoop.Passed passed) {
        NotifyService service = new NotifyService(config, kafka, topics, meters, clock, passed);
        Gauge.builder("visitwatch.outbox.age.seconds", service, s -> s.age().toMillis() / 1000.0)
                .description("Age in seconds of the oldest notification that is due and not delivered")
                .register(meters);
        service.thread.start();
        return service;
    }

    /** Notifications of this instance's partitions that are not done, oldest first. */
    public List<Notification> open() {
        return Optional.ofNullable(current.get()).map(NotifyLoop::open).orElse(List.of());
    }

    /** Age of the oldest notification that is due and not done. */
    public Duration age() {
        return Optional.ofNullable(current.get()).map(NotifyLoop::age).orElse(Duration.ZERO);
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (NotifyLoop loop = new NotifyLoop(config, kafka, topics, meters, clock, passed)) {
                current.set(loop);
                loop.run(() -> stopped.getCount() == 0);
            } catch (KafkaException e) {
                LOG.atWarn().addKeyValue("cause", e.toString()).log("Outbox loop lost its broker; it is built anew");
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }

    /** Stops; a try under way is given ten seconds, then repeated at the next start with the same id. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
