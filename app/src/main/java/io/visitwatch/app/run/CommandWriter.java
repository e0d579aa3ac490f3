package io.visitwatch.app.run;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.app.api.ApiProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes the verdicts of analysts to the commands topic, each kept by the broker before the answer goes out. */
final class CommandWriter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<@Nullable KafkaAccess> access;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * A writer.
     *
     * @param access how to reach the broker; gives null as long as it is not there
     */
    CommandWriter(Supplier<@Nullable KafkaAccess> access) {
        this.access = access;
    }

    /**
     * Keeps one command.
     *
     * @throws ApiProblem when the broker does not take it
     */
    void write(Command command) {
        KafkaAccess reached = access.get();
        if (reached == null) {
            throw new ApiProblem(503, "the broker is not there yet: send the command again in a few seconds");
        }
        try {
            producer(reached)
                    .send(CommandRecord.of(reached.topics(), command, "api"))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new ApiProblem(503, "the broker did not take the command (" + e.getMessage() + "): send it again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiProblem(503, "the service stops: send the command again");
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer(KafkaAccess reached) {
        KafkaProducer<String, byte[]> open = producer;
        if (open == null) {
            Map<String, Object> settings = new HashMap<>(reached.client());
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                    PATIENCE.multipliedBy(2).toMillis());
            open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(PATIENCE);
            producer = null;
        }
    }
}
