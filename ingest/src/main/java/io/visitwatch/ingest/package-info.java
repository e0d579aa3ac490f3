/**
 * From the world's news feeds to articles: start at {@link io.visitwatch.ingest.IngestService}.
 *
 * <p>{@code fetch} goes to the network, {@code feed} reads feed documents, {@code extract} reads pages, {@code seen} knows what is
 * new, {@code schedule} decides when to come again, {@code poll} runs one feed, {@code kafka} keeps it all.
 */
@NullMarked
package io.visitwatch.ingest;

import org.jspecify.annotations.NullMarked;
