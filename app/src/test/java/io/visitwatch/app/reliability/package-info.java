/** The published table of faults, traps and security requirements, held against the tests that carry it. */
@NullMarked
package io.visitwatch.app.reliability;

import org.jspecify.annotations.NullMarked;
