/**
 * The shared vocabulary of Visitwatch: plain values that travel between the parts, one record per step of an article's road.
 *
 * <p>An {@link io.visitwatch.model.Article} is read from a page, tagged ({@link io.visitwatch.model.TaggedArticle}), read out
 * into a {@link io.visitwatch.model.VisitReport} (one article's claim), joined into a {@link io.visitwatch.model.Visit} (what
 * happened once) and told as an {@link io.visitwatch.model.Alert} (one change worth telling). All instants are UTC; all text
 * offsets count UTF-16 units of the text they belong to, half-open. Nothing here knows Kafka, HTTP or a clock.
 */
@NullMarked
package io.visitwatch.model;

import org.jspecify.annotations.NullMarked;
