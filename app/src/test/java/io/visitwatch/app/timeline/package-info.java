/** Timelines of visits made here. */
@NullMarked
package io.visitwatch.app.timeline;

import org.jspecify.annotations.NullMarked;
