/**
 * Reports become visits, visits become alerts.
 *
 * <p>Many articles tell of one visit: in other words, languages and spellings, days apart and out of order, with a name, with an
 * office alone, or with "a delegation". The ledger keeps, per visit, the reports it rests on, and derives everything else from
 * them: {@link io.visitwatch.alerts.visit.Clustering} says which reports belong together,
 * {@link io.visitwatch.alerts.visit.VisitDeriver} what they say together, {@link io.visitwatch.alerts.visit.LifeCycle} where the
 * visit stands. All three are functions of the <em>set</em> of reports, so the order of arrival does not matter; only the id of a
 * visit, once told, stays whatever arrives later. {@link io.visitwatch.alerts.visit.Changes} compares what was told with what is
 * known now, and each difference is one alert.
 *
 * <p>Start reading at {@link io.visitwatch.alerts.visit.VisitLedger}. Nothing here reads a clock: time is the event time of
 * reports and the explicit ticks handed in.
 */
@NullMarked
package io.visitwatch.alerts.visit;

import org.jspecify.annotations.NullMarked;
