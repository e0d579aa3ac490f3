/**
 * Decides who visits whom where, clause by clause.
 *
 * <p>{@link io.visitwatch.enrich.visit.VisitExtractor} leads through it: {@code ActorFinder} groups nation, office and name into
 * actors, {@code SpotFinder} finds places and what the sentence does with them, {@code ClaimFinder} reads every trigger of a
 * sentence with its subject and its place into a {@code Claim} or a rejection, {@code ReportBuilder} joins the claims of an
 * article and weighs them. The same rules read every language; words come from {@code enrich.lang}, facts from
 * {@code enrich.gazetteer}, and what is foreign follows from the watched place.
 */
@NullMarked
package io.visitwatch.enrich.visit;

import org.jspecify.annotations.NullMarked;
