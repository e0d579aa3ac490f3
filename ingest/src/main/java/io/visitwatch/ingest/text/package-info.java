/** Plain text, as feeds and pages both need it: white space, invisible characters, letters of any script. */
@NullMarked
package io.visitwatch.ingest.text;

import org.jspecify.annotations.NullMarked;
