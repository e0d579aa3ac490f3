/**
 * How each kind of receiver is told: one file each. A receiver turns a {@link io.visitwatch.alerts.notify.Notification} into one
 * message of its kind and says what became of it; when and how often it is tried is decided elsewhere.
 *
 * <p>To add one: a class {@code XReceiver} with its settings read in the constructor, a row in {@link
 * io.visitwatch.alerts.receiver.ReceiverKind}, and a test that extends the receiver contract.
 */
@NullMarked
package io.visitwatch.alerts.receiver;

import org.jspecify.annotations.NullMarked;
