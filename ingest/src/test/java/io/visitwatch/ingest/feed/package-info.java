/** Tests of the feed reader: saved oddities, hostile documents, dates, and random damage. */
@NullMarked
package io.visitwatch.ingest.feed;

import org.jspecify.annotations.NullMarked;
