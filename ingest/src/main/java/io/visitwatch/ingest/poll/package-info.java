/**
 * One run of one feed: ask it, read it, hold it against what is known, read the pages of what is new, hand on articles.
 *
 * <p>Everything that a run wants stored is a {@link io.visitwatch.ingest.poll.Progress}; who stores it, and that articles and
 * cursor move together, is the business of {@code ingest.kafka}.
 */
@NullMarked
package io.visitwatch.ingest.poll;

import org.jspecify.annotations.NullMarked;
