package io.visitwatch.app.run;

import io.visitwatch.model.ClockTick;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the alerts that time has passed, as a record like any other: the ledger knows no other clock, so that a replay of the same
 * records gives the same alerts.
 */
final class ClockTicker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockTicker.class);
    private static final long EVERY_SECONDS = 60;
    private static final String KEY = "clock";

    private final KafkaProducer<String, ClockTick> producer;
    private final Topic<String, ClockTick> topic;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;

    private ClockTicker(
            KafkaProducer<String, ClockTick> producer, Topic<String, ClockTick> topic, InstantSource clock) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "clock-ticker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts ticking once a minute, at once for the first time. */
    static ClockTicker start(KafkaAccess access, InstantSource clock) {
        Topic<String, ClockTick> topic = access.topics().clock();
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put("client.id", access.topics().prefix() + "-clock");
        settings.put("enable.idempotence", "true");
        settings.put("acks", "all");
        ClockTicker ticker = new ClockTicker(
                new KafkaProducer<>(
                        settings, topic.keys().serializer(), topic.values().serializer()),
                topic,
                clock);
        var unused = ticker.timer.scheduleWithFixedDelay(ticker::tick, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        return ticker;
    }

    private void tick() {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            ProducerRecord<String, ClockTick> record = new ProducerRecord<>(topic.name(), KEY, new ClockTick(now));
            CloudEventHeaders.put(record.headers(), "clock-tick", KEY + "-" + now, "app", KEY, now);
            var unused = producer.send(record, (at, failure) -> {
                if (failure != null) {
                    LOG.warn("a clock tick was not written: {}", failure.toString());
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("no clock tick", e); // the next one may succeed; none may end the timer
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        producer.close(Duration.ofSeconds(2));
    }
}
