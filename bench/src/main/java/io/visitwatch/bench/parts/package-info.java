/** Parts without Kafka, measured with JMH. */
@NullMarked
package io.visitwatch.bench.parts;

import org.jspecify.annotations.NullMarked;
