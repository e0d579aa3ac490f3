package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an article gives no visit report.
 *
 * @param articleId article that was read
 * @param revision its revision
 * @param reason the kind of rejection
 * @param detail words for people, in English
 * @param evidence the sentence that decided it; null when nothing in the text looked like a visit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoVisit(
        String articleId,
        int revision,
        Reason reason,
        String detail,
        @Nullable Evidence evidence) {
    public NoVisit {
        Objects.requireNonNull(articleId, "articleId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
    }

    /** The kinds of look-alikes, as labelled corpora name them. */
    public enum Reason {
        /** An official of the watched country goes abroad. */
        @JsonProperty("reverse")
        REVERSE,
        /** The visitor belongs to the watched country. */
        @JsonProperty("domestic")
        DOMESTIC,
        /** A foreigner stationed in the country does his ordinary job. */
        @JsonProperty("resident")
        RESIDENT,
        /** An old visit is recalled. */
        @JsonProperty("background")
        BACKGROUND,
        /** The visitor holds no office. */
        @JsonProperty("nonofficial")
        NONOFFICIAL,
        /** The visit is to another place. */
        @JsonProperty("other-place")
        OTHER_PLACE,
        /** A call, a letter, a statement, an invitation: nobody travels. */
        @JsonProperty("remote")
        REMOTE,
        /** Nothing about a visit. */
        @JsonProperty("no-visit")
        NO_VISIT,
        /** A visit may be meant, but the confidence stays under the threshold. */
        @JsonProperty("below-threshold")
        BELOW_THRESHOLD
    }
}
