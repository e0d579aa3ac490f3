package io.visitwatch.ingest.extract;

import io.visitwatch.model.Outlet;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an article comes from, as the configuration knows it.
 *
 * @param feedId id of the feed; null for replayed pages and pasted text
 * @param outlet who publishes
 * @param language BCP 47 code the outlet writes in, used when page and entry state none; null when unknown
 * @param zone zone of dates stated without one
 */
public record Publication(
        @Nullable String feedId, Outlet outlet, @Nullable String language, ZoneId zone) {
    public Publication {
        Objects.requireNonNull(outlet, "outlet");
        Objects.requireNonNull(zone, "zone");
    }

    /** A publication of which no language or zone is known: dates without zone are read as UTC. */
    public static Publication of(@Nullable String feedId, Outlet outlet) {
        return new Publication(feedId, outlet, null, ZoneOffset.UTC);
    }
}
