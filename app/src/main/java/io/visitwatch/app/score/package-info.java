/**
 * How good the reading is: predictions against labelled documents, and replays against a list of known visits. Pure. The measures
 * are those of the corpus's own scorer, so figures can be compared.
 */
@NullMarked
package io.visitwatch.app.score;

import org.jspecify.annotations.NullMarked;
