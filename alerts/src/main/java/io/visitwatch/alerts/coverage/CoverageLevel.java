package io.visitwatch.alerts.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a watched place is covered, best first. */
public enum CoverageLevel {
    /** Silence means that nothing was reported. */
    @JsonProperty("full")
    FULL,
    /** Part of the sources is missing: silence says little about what they would have told. */
    @JsonProperty("reduced")
    REDUCED,
    /** Nearly nothing is read: silence says nothing. */
    @JsonProperty("lost")
    LOST
}
