/**
 * The service: parts started in order, watched, and stopped in order.
 *
 * <p>{@link io.visitwatch.app.run.Service} is the whole of it in one process. {@link io.visitwatch.app.run.KafkaAccess} says how
 * to reach the cluster, {@link io.visitwatch.app.run.TopicReader} reads a topic as a subscriber would.
 */
@NullMarked
package io.visitwatch.app.run;

import org.jspecify.annotations.NullMarked;
