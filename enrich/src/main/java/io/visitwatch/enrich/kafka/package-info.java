/**
 * The reading of articles as a Kafka Streams topology: articles in; tagged articles, visit reports and dead letters out.
 *
 * <p>Nothing decides here. {@link io.visitwatch.enrich.Enricher} does, and the same code runs in replay and in {@code detect}.
 */
@NullMarked
package io.visitwatch.enrich.kafka;

import org.jspecify.annotations.NullMarked;
