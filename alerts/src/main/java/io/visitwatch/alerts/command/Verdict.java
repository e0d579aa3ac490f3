package io.visitwatch.alerts.command;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an analyst can decide about a visit. */
public enum Verdict {
    /** The visit is true, whatever the number of sources. */
    @JsonProperty("confirm")
    CONFIRM,
    /** There is no such visit: told as retracted, and further reports of it stay silent. */
    @JsonProperty("reject")
    REJECT,
    /** Another visit is this one: its reports move here. */
    @JsonProperty("merge")
    MERGE,
    /** Some reports tell of a visit of its own. */
    @JsonProperty("split")
    SPLIT,
    /** A visitor is to be called differently. */
    @JsonProperty("rename")
    RENAME,
    /** Nobody is to be woken by this visit before a given time. */
    @JsonProperty("silence")
    SILENCE
}
