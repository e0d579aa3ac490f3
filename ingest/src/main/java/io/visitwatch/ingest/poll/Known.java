package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.extract.OutletBoilerplate;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.seen.SeenEntries;

/**
 * What a run starts from.
 *
 * @param state how the feed is polled
 * @param seen its entries so far
 * @param boilerplate what its pages repeat
 */
public record Known(FeedState state, SeenEntries seen, OutletBoilerplate boilerplate) {}
