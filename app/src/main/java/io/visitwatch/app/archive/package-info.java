/** The articles topic as a file and back, in forms that other tools read too. */
@NullMarked
package io.visitwatch.app.archive;

import org.jspecify.annotations.NullMarked;
