package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.WatchPlace;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where an article is looked at: the watched place, its country, and what is known before the first word.
 *
 * @param gazetteer names and offices
 * @param watch the watched place
 * @param place the same in the gazetteer
 * @param governments governments of the watched country
 * @param day day of publication in the watched place's zone; null when unknown
 * @param lender state whose officials the article may name without a nation: the outlet's home, else the language's; null when
 *     neither is known
 */
record Scene(
        Gazetteer gazetteer,
        WatchPlace watch,
        Place place,
        Governments governments,
        @Nullable LocalDate day,
        @Nullable String lender) {
    /** Code of the watched country. */
    String home() {
        return place.country();
    }

    /** Whether somebody who acts for {@code country} belongs to the watched country: a region of it ({@code IQ-KR}) does. */
    boolean isHome(String country) {
        return country.equals(home()) || country.startsWith(home() + "-");
    }

    /** Id of the watched country as a place. */
    String countryPlace() {
        Place at = place;
        while (at.parent() != null) {
            Place parent = gazetteer.place(at.parent());
            if (parent == null) {
                break;
            }
            at = parent;
        }
        return at.id();
    }
}
