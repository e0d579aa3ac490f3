/**
 * What is told, when, and what is remembered of it: an outbox of notifications, each with a stable id and a retry schedule. Pure:
 * the loop that moves records and calls receivers is {@code alerts.kafka.NotifyService}.
 *
 * <p>At least once: a notification is written down before it is tried, and marked after the receiver took it; after a crash in
 * between it is tried again with the same id and the next attempt number.
 */
@NullMarked
package io.visitwatch.alerts.notify;

import org.jspecify.annotations.NullMarked;
