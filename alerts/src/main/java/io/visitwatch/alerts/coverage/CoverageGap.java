package io.visitwatch.alerts.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * Something that was not read.
 *
 * @param kind what kind of thing
 * @param subject feed id or language
 * @param detail one line for people
 */
public record CoverageGap(Kind kind, String subject, String detail) {
    public CoverageGap {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(detail, "detail");
    }

    /** Kinds of gaps. */
    public enum Kind {
        /** A feed could not be read. */
        @JsonProperty("feed-silent")
        FEED_SILENT,
        /** Far fewer articles of a language than usual. */
        @JsonProperty("language-fell")
        LANGUAGE_FELL
    }
}
