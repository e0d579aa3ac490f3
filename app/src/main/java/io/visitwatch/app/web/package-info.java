/**
 * The dashboard: pages written on the server, readable without script, kept live by the stream of alerts.
 *
 * <p>{@link io.visitwatch.app.web.WebModule} adds the routes; each page is a small class that turns values of the board into
 * {@link io.visitwatch.app.web.Html}, the one place where text is escaped. Words come from {@link io.visitwatch.app.web.Messages},
 * one bundle a language; style and script are files served from this program alone, so that the content policy can forbid all else.
 */
@NullMarked
package io.visitwatch.app.web;

import org.jspecify.annotations.NullMarked;
