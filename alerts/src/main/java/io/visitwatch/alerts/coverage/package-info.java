/**
 * What was read and what was not: silence may mean that nobody came, or that a feed is dead, and readers must be able to tell.
 *
 * <p>{@link io.visitwatch.alerts.coverage.ArticleTally} counts articles per day and language as they pass;
 * {@link io.visitwatch.alerts.coverage.Coverage} compares a day with the days before and says, as one
 * {@link io.visitwatch.alerts.coverage.CoverageStatement} per watched place, which feeds live, which languages fell silent, and
 * whether that is worth an alert. Pure: the day and all counts are handed in.
 */
@NullMarked
package io.visitwatch.alerts.coverage;

import org.jspecify.annotations.NullMarked;
