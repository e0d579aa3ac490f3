/**
 * Push by W3C WebSub: subscribing at the hubs that feeds name, checking what hubs send, and deciding how far polling may slow down.
 *
 * <p>{@link io.visitwatch.ingest.push.PushRules} decides as a function of values, {@link io.visitwatch.ingest.push.Subscriber} acts.
 */
@NullMarked
package io.visitwatch.ingest.push;

import org.jspecify.annotations.NullMarked;
