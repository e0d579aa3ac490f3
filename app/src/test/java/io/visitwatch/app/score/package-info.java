/** The scorer against hand-counted cases. */
@NullMarked
package io.visitwatch.app.score;

import org.jspecify.annotations.NullMarked;
