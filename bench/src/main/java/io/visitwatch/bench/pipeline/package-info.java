/** The topologies on an embedded broker. */
@NullMarked
package io.visitwatch.bench.pipeline;

import org.jspecify.annotations.NullMarked;
