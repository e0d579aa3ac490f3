/**
 * When to ask a feed again, and what to say about its health. Pure: state and outcome in, state out, with the time and the random
 * numbers handed in.
 *
 * <p>{@link io.visitwatch.ingest.schedule.FeedSchedule#next} is the one decision; {@link io.visitwatch.ingest.schedule.FeedState}
 * is what is remembered between two polls and travels on the topic {@code feed-state}.
 */
@NullMarked
package io.visitwatch.ingest.schedule;

import org.jspecify.annotations.NullMarked;
