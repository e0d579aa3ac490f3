/** A farm of local news sites with faults of all kinds, and the ledger that knows what must come out. */
@NullMarked
package io.visitwatch.ingest.farm;

import org.jspecify.annotations.NullMarked;
