package io.visitwatch.alerts.notify;

import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why a receiver is told of a visit, or is not. */
public enum NotifyReason {
    /** The receiver knows nothing of the visit. */
    FIRST,
    /** Something changed since it was last told. */
    CHANGED,
    /** Nothing changed, but the repeat interval has passed. */
    REPEAT,
    /** Nothing changed and it was told a short while ago. */
    SAME;

    /** Whether a message goes out. */
    public boolean tells() {
        return this != SAME;
    }

    /**
     * Decides for one receiver.
     *
     * @param last what it was last told of this visit, if anything
     * @param alert what there is to tell
     * @param repeat shortest time between two messages that say the same
     * @param at time of asking
     */
    public static NotifyReason decide(Optional<Sent> last, Alert alert, Duration repeat, Instant at) {
        if (last.isEmpty()) {
            return FIRST;
        }
        Sent sent = last.get();
        if (sent.change() != alert.change()
                || sent.status() != alert.visit().status()
                || sent.content() != Sent.contentOf(alert)) {
            return CHANGED;
        }
        return at.isBefore(sent.at().plus(repeat)) ? SAME : REPEAT;
    }

    /**
     * What a receiver was last told of a visit.
     *
     * @param change kind of change
     * @param status status of the visit then
     * @param content digest of what else a reader would notice: visitors, dates, hosts
     * @param at when
     */
    public record Sent(VisitChange change, VisitStatus status, int content, Instant at) {
        /** What a receiver knows after it was told this alert. */
        public static Sent of(Alert alert, Instant at) {
            return new Sent(alert.change(), alert.visit().status(), contentOf(alert), at);
        }

        static int contentOf(Alert alert) {
            return java.util.Objects.hash(
                    alert.visit().visitors(),
                    alert.visit().dates(),
                    alert.visit().hosts(),
                    alert.visit().confirmed());
        }
    }
}
