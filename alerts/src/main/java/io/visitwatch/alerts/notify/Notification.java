package io.visitwatch.alerts.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visitwatch.model.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver: a record of the outbox.
 *
 * @param id stable id, sent as {@code webhook-id}: the same receiver and first alert give the same id on any machine
 * @param receiver name of the receiver
 * @param group key of the group its alerts share; empty when each alert goes alone
 * @param why route or rule that made it, in plain words
 * @param alerts what it tells, oldest first; never empty
 * @param state where it stands
 * @param attempts tries begun so far
 * @param dueAt when it may be tried
 * @param createdAt when it was written down
 * @param sentAt when the receiver took it; null until then
 * @param lastError why the last try failed, one line; null when none failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notification(
        String id,
        String receiver,
        String group,
        String why,
        List<Alert> alerts,
        State state,
        int attempts,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {
    public Notification {
        alerts = List.copyOf(alerts);
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("notification " + id + " tells nothing");
        }
    }

    /** A fresh notification for one alert. */
    public static Notification first(
            String receiver, String group, String why, Alert alert, Instant dueAt, Instant createdAt) {
        String id = idOf(receiver, alert.id());
        return new Notification(
                id, receiver, group, why, List.of(alert), State.PENDING, 0, dueAt, createdAt, null, null);
    }

    /** The id of the notification that begins with this alert at this receiver. */
    public static String idOf(String receiver, String alertId) {
        byte[] name = (receiver + '\n' + alertId).getBytes(StandardCharsets.UTF_8);
        return "msg_" + UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }

    /** Whether nothing remains to be done. */
    public boolean isFinal() {
        return state == State.SENT || state == State.DROPPED;
    }

    /** Whether this notification carries the alert already. */
    public boolean tells(Alert alert) {
        return alerts.stream().anyMatch(told -> told.id().equals(alert.id()));
    }

    /** With one more alert of its group. */
    public Notification plus(Alert alert) {
        List<Alert> all = new ArrayList<>(alerts);
        all.add(alert);
        return new Notification(id, receiver, group, why, all, state, attempts, dueAt, createdAt, sentAt, lastError);
    }

    /** With each alert changed, for a receiver that may not see all of it. */
    public Notification map(UnaryOperator<Alert> change) {
        return new Notification(
                id,
                receiver,
                group,
                why,
                alerts.stream().map(change).toList(),
                state,
                attempts,
                dueAt,
                createdAt,
                sentAt,
                lastError);
    }

    /** With a try begun: written down before the receiver is called. */
    public Notification trying() {
        return with(State.SENDING, attempts + 1, dueAt, null, lastError);
    }

    /** Taken by the receiver. */
    public Notification sent(Instant at) {
        return with(State.SENT, attempts, dueAt, at, null);
    }

    /** To be tried again. */
    public Notification retry(Instant at, String error) {
        return with(State.PENDING, attempts, at, null, error);
    }

    /** Given up until somebody asks for a retry. */
    public Notification parked(String error) {
        return with(State.PARKED, attempts, dueAt, null, error);
    }

    /** Given up for good by an operator. */
    public Notification dropped(String reason) {
        return with(State.DROPPED, attempts, dueAt, null, reason);
    }

    private Notification with(State next, int tries, Instant due, @Nullable Instant sent, @Nullable String error) {
        return new Notification(id, receiver, group, why, alerts, next, tries, due, createdAt, sent, error);
    }

    /** Where a notification stands. */
    public enum State {
        /** Waits for its time. */
        PENDING,
        /** A try has begun; after a crash it is begun again. */
        SENDING,
        /** The receiver took it. */
        SENT,
        /** All tries failed, or the receiver refused it for good. */
        PARKED,
        /** An operator dropped it. */
        DROPPED
    }
}
