package io.visitwatch.alerts.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a watched place is covered, best first. */
public enum CoverageLevel {
    /** Silence means that nothing was reported. */
    @JsonProperty("full")
    FULL(0),
    /** Part of the sources is missing: silence says little about what they would have told. */
    @JsonProperty("reduced")
    REDUCED(1),
    /** Nearly nothing is read: silence says nothing. */
    @JsonProperty("lost")
    LOST(2);

    private final int severity;

    CoverageLevel(int severity) {
        this.severity = severity;
    }

    /** Its value as a metric: 0 is well, more is worse. */
    public int severity() {
        return severity;
    }
}
