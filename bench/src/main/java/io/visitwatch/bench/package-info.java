/** Measures the product beside references, in interleaved rounds of one run; nothing of it is shipped. */
@NullMarked
package io.visitwatch.bench;

import org.jspecify.annotations.NullMarked;
