package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Notification;

/** Somebody who is told of visits. Implementations are called by one thread at a time. */
public interface Receiver {
    /** Name in the configuration. */
    String name();

    /**
     * Tries to deliver one notification, once.
     *
     * @return what became of it; expected failure is a value, never an exception
     */
    DeliveryOutcome deliver(Notification notification);
}
