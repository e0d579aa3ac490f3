/** The edge to Kafka: topologies that decide, and the loop that tells. */
@NullMarked
package io.visitwatch.alerts.kafka;

import org.jspecify.annotations.NullMarked;
