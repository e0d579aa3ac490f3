package io.visitwatch.alerts.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to deliver a notification. */
public sealed interface DeliveryOutcome {
    /** The receiver took it. */
    record Delivered() implements DeliveryOutcome {}

    /**
     * It may work later.
     *
     * @param error one line: what went wrong
     * @param retryAfter wait the receiver asked for; null when it asked for none
     */
    record Retry(String error, @Nullable Duration retryAfter) implements DeliveryOutcome {}

    /**
     * It will not work, however often it is tried.
     *
     * @param error one line: what the receiver refused
     */
    record Refused(String error) implements DeliveryOutcome {}

    /**
     * The receiver is gone for good (HTTP 410): nothing more is sent to it until the configuration changes.
     *
     * @param error one line
     */
    record Gone(String error) implements DeliveryOutcome {}
}
