package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the publication time of an article can be trusted. */
public enum DateQuality {
    /** Stated by the source with a time of day. */
    @JsonProperty("exact")
    EXACT,
    /** Stated by the source as a day only; the instant is the start of that day in the outlet's zone, else UTC. */
    @JsonProperty("day")
    DAY,
    /** Stated but impossible (before 1990 or beyond now + 1 h); the first-seen time stands in. */
    @JsonProperty("clamped")
    CLAMPED,
    /** Not stated; the first-seen time orders the article and nothing else may rely on it. */
    @JsonProperty("missing")
    MISSING
}
