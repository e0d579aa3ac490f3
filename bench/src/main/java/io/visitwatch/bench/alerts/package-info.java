/** The alerts part of a running service beside a bare topology. */
@NullMarked
package io.visitwatch.bench.alerts;

import org.jspecify.annotations.NullMarked;
