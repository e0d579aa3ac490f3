package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.notify.Outbox;
import io.visitwatch.alerts.route.AlertLabels;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The outbox of one partition, with the visits that are active there, for inhibition. */
final class OutboxPartition {
    private final Outbox outbox;
    private final Map<String, AlertLabels> active = new HashMap<>();
    private volatile List<Notification> snapshot = List.of();

    OutboxPartition(Outbox outbox) {
        this.outbox = outbox;
    }

    Outbox outbox() {
        return outbox;
    }

    /** What an alert adds, or empty when the record cannot be read. */
    Optional<List<Notification>> plan(ConsumerRecord<String, byte[]> record, Routing routing, Instant now) {
        try {
            Alert alert = Json.mapper().readValue(record.value(), Alert.class);
            List<Notification> planned =
                    outbox.plan(alert, routing.decide(alert, List.copyOf(active.values()), now), now);
            remember(alert);
            return Optional.of(planned);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes over one record of {@code notifications}. */
    void restore(byte[] value) throws IOException {
        Notification notification = Json.mapper().readValue(value, Notification.class);
        outbox.restore(notification);
        notification.alerts().forEach(this::remember);
    }

    /** Takes note of an alert that was planned earlier. */
    void remember(Alert alert) {
        if (alert.visit().closed() || alert.visit().retracted()) {
            active.remove(alert.visit().id());
        } else {
            active.put(alert.visit().id(), AlertLabels.of(alert));
        }
    }

    /** Makes the present state readable from other threads. */
    void publish() {
        snapshot = List.copyOf(outbox.open());
    }

    List<Notification> snapshot() {
        return snapshot;
    }
}
