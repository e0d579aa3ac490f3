package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of voice an outlet is: decides how much its word weighs when a visit is confirmed. */
public enum SourceClass {
    /** A government, an embassy, an international organisation speaking about itself. */
    @JsonProperty("official")
    OFFICIAL,
    /** A news agency whose text others copy. */
    @JsonProperty("agency")
    AGENCY,
    /** Owned or run by a state. */
    @JsonProperty("state-run")
    STATE_RUN,
    /** The organ of a party, militia or movement. */
    @JsonProperty("partisan")
    PARTISAN,
    /** Any other outlet. */
    @JsonProperty("other")
    OTHER
}
