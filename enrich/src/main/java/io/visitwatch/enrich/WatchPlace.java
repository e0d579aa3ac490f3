package io.visitwatch.enrich;

import java.time.ZoneId;
import java.util.Objects;

/**
 * A place whose visitors are watched.
 *
 * @param id id of the place in the gazetteer ({@code baghdad}); its country, and with it who counts as foreign, follow from there
 * @param zone time zone whose calendar days dates such as "on Sunday" are resolved in
 */
public record WatchPlace(String id, ZoneId zone) {
    public WatchPlace {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(zone, "zone");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a watch place needs the id of a place in the gazetteer");
        }
    }
}
