/**
 * Ingest's memory in Kafka: the subscription list on {@code feeds}, what is known of each feed on {@code feed-state}, both
 * compacted and with the same partitions.
 *
 * <p>A consumer group over {@code feeds} decides who polls what. Whoever is given a partition first takes its transactional
 * producer (which ends the transaction of the owner before), then reads the partition of {@code feed-state} to its end, and only
 * then polls. Articles, dead letters and the feed's cursor go into one transaction: after a crash a feed is asked again and finds
 * either both or none.
 *
 * <p>Feeds of one registered domain share a partition, so that one instance alone minds that domain's pace.
 */
@NullMarked
package io.visitwatch.ingest.kafka;

import org.jspecify.annotations.NullMarked;
