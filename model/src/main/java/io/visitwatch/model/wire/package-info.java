/** How the values of {@link io.visitwatch.model} travel: topics, JSON, CloudEvents headers. */
@NullMarked
package io.visitwatch.model.wire;

import org.jspecify.annotations.NullMarked;
