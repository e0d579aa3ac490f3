/** The service killed, stopped, starved and fed with hostility, and a ledger that says what must come out all the same. */
@NullMarked
package io.visitwatch.app.faults;

import org.jspecify.annotations.NullMarked;
