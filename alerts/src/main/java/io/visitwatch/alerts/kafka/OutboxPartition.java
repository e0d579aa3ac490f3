package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.notify.Outbox;
import io.visitwatch.alerts.route.ActiveVisits;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The outbox of one partition, with the visits that are active there, for inhibition. */
final class OutboxPartition {
    private final Outbox outbox;
    private final ActiveVisits active = new ActiveVisits();
    private long restoredTo;
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
            List<Notification> planned = outbox.plan(alert, routing.decide(alert, active.all(), now), now);
            active.remember(alert);
            return Optional.of(planned);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes over one record of {@code notifications}. */
    void restore(byte[] value) throws IOException {
        Notification notification = Json.mapper().readValue(value, Notification.class);
        outbox.restore(notification);
        notification.alerts().forEach(active::remember);
    }

    /**
     * Takes over what an operator asked for: a retry of a parked notification, or its end. The record is the notification as it is
     * to be, so that a restart finds it without being told.
     */
    void asked(byte[] value) throws IOException {
        outbox.asked(Json.mapper().readValue(value, Notification.class));
    }

    /** Makes the present state readable from other threads. */
    void publish() {
        snapshot = List.copyOf(outbox.open());
    }

    /** Where the topic's end was when this state was read from it. */
    long restoredTo() {
        return restoredTo;
    }

    /** As {@link #restoredTo()}. */
    void restoredTo(long offset) {
        restoredTo = offset;
    }

    List<Notification> snapshot() {
        return snapshot;
    }
}
