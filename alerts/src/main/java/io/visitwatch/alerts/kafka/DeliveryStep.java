package io.visitwatch.alerts.kafka;

/** The steps of a delivery between which a process may die, as {@link NotifyLoop} tells of them. */
enum DeliveryStep {
    /** Alerts or outcomes are taken and decided, nothing is written. */
    DECIDED,
    /** What was decided is written into the open transaction. */
    WRITTEN,
    /** The position is in the open transaction too. */
    POSITIONED,
    /** The transaction is committed. */
    COMMITTED,
    /** The receiver is about to be called. */
    CALLING,
    /** The receiver answered, and nobody else knows. */
    ANSWERED
}
