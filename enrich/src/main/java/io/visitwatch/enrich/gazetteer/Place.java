package io.visitwatch.enrich.gazetteer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place on the map.
 *
 * @param id id ({@code baghdad}, {@code green-zone}, {@code iraq})
 * @param name English name
 * @param kind {@code country}, {@code region}, {@code city}, {@code district}, {@code venue} or {@code base}
 * @param parent id of the place it lies in; null for countries
 * @param country ISO code of its country
 */
public record Place(
        String id, String name, String kind, @Nullable String parent, String country) {
    public Place {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(country, "country");
    }
}
