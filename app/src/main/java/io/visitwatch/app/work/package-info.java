/** Long work on several threads, in the order of the input. */
@NullMarked
package io.visitwatch.app.work;

import org.jspecify.annotations.NullMarked;
