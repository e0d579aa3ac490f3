/**
 * What an analyst decides about a visit, as records on the {@code commands} topic: kept for ever, applied by the ledger, part of
 * every replay. {@link io.visitwatch.alerts.command.Command} is the record, {@link io.visitwatch.alerts.command.Verdict} what it says.
 */
@NullMarked
package io.visitwatch.alerts.command;

import org.jspecify.annotations.NullMarked;
