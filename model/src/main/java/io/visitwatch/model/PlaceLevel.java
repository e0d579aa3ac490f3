package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How near to the watched place a text puts the visitor. */
public enum PlaceLevel {
    /** The watched place itself, or a place inside it. */
    @JsonProperty("place")
    PLACE,
    /** Only the country of the watched place is stated: weaker, still worth an alert. */
    @JsonProperty("country")
    COUNTRY,
    /** Another place of that country, or another country: no alert for this watch. */
    @JsonProperty("other")
    OTHER
}
