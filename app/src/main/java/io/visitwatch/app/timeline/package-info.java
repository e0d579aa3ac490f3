/** Visits over the years as text, table and picture. Pure. */
@NullMarked
package io.visitwatch.app.timeline;

import org.jspecify.annotations.NullMarked;
