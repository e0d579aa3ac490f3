package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a few records for an operator's command, and waits until the broker keeps them all. */
public final class RecordSender {
    private RecordSender() {}

    /**
     * Writes {@code records}.
     *
     * @throws BrokerException when the broker does not take one of them within {@code patience}
     */
    public static void send(KafkaAccess access, List<ProducerRecord<String, byte[]>> records, Duration patience) {
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<?> each : sent) {
                each.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "Kafka at " + access.bootstrap() + " did not take the request (" + e.getMessage() + "): try again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "interrupted: nothing is known to be kept", e);
        }
    }
}
