/**
 * Who is told, in Alertmanager's words: a tree of routes with matchers, silences, inhibition, mute times. Pure: a decision is a
 * function of the alert, the configuration and the time handed in, and every decision says why.
 *
 * <p>Start reading at {@link io.visitwatch.alerts.route.Routing#decide}.
 */
@NullMarked
package io.visitwatch.alerts.route;

import org.jspecify.annotations.NullMarked;
