/**
 * Which entries of a feed are known: a bounded memory of hashes, and the decision what is new, what is a revision, what is the
 * same story under another id. Pure.
 */
@NullMarked
package io.visitwatch.ingest.seen;

import org.jspecify.annotations.NullMarked;
