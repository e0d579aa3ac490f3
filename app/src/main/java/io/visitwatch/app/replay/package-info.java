/**
 * Reading history again, through the same code as the service, under a scope of its own.
 *
 * <p>Start reading at {@link io.visitwatch.app.replay.Replay}. Sources give raw items in their own order; these are enriched on
 * all cores, since reading one article depends on nothing else; the claims that come out are few and are put into event order, on
 * disk when they are many; the ledger then takes them one by one, with a tick for each day that passes. So the result depends on
 * the archive, the configuration and the data versions alone, never on threads, machine or day.
 */
@NullMarked
package io.visitwatch.app.replay;

import org.jspecify.annotations.NullMarked;
