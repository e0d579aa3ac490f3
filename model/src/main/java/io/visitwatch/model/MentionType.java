package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What words in a text name. */
public enum MentionType {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("office")
    OFFICE,
    @JsonProperty("country")
    COUNTRY,
    @JsonProperty("organisation")
    ORGANISATION,
    @JsonProperty("place")
    PLACE
}
