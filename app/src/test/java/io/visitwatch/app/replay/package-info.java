/** Replays of archives made here. */
@NullMarked
package io.visitwatch.app.replay;

import org.jspecify.annotations.NullMarked;
