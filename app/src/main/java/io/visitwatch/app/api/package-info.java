/**
 * Visits and alerts over HTTP: JSON with filters and paging, a live stream, feeds and a calendar, health and metrics.
 *
 * <p>{@link io.visitwatch.app.api.ApiServer} opens the port and guards it ({@link io.visitwatch.app.api.Gate}); each
 * {@link io.visitwatch.app.api.ApiModule} adds its routes. Errors are {@code application/problem+json}. What is served comes from
 * {@link io.visitwatch.app.run.Board}, never from a second database.
 */
@NullMarked
package io.visitwatch.app.api;

import org.jspecify.annotations.NullMarked;
