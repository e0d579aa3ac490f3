package io.visitwatch.ingest.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * How a feed is, for people.
 *
 * @param kind the state, as metrics count it
 * @param reason one line in plain words
 */
public record Health(Kind kind, String reason) {
    /** A feed nobody has asked yet. */
    public static final Health NEW = new Health(Kind.NEW, "not polled yet");

    public Health {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** The states of a feed. */
    public enum Kind {
        /** Not polled yet. */
        @JsonProperty("new")
        NEW,
        /** Answers and brings news at its usual rate. */
        @JsonProperty("ok")
        OK,
        /** Answers, but has brought nothing for much longer than it usually does: an outage nobody reports. */
        @JsonProperty("silent")
        SILENT,
        /** Answers with an empty feed time after time. */
        @JsonProperty("empty")
        EMPTY,
        /** Documents end early. */
        @JsonProperty("cut")
        CUT,
        /** Errors in a row. */
        @JsonProperty("failing")
        FAILING,
        /** 429: asked too often. */
        @JsonProperty("throttled")
        THROTTLED,
        /** 401, 403 or an anti-bot page. */
        @JsonProperty("blocked")
        BLOCKED,
        /** 404 for a while. */
        @JsonProperty("not-found")
        NOT_FOUND,
        /** 410: polling has stopped. */
        @JsonProperty("gone")
        GONE,
        /** The document is over the cap, or a bomb. */
        @JsonProperty("too-large")
        TOO_LARGE,
        /** Something else than a feed. */
        @JsonProperty("not-a-feed")
        NOT_A_FEED,
        /** Ends at the address of another feed. */
        @JsonProperty("duplicate")
        DUPLICATE,
        /** Gives its items new ids at each poll. */
        @JsonProperty("unstable-ids")
        UNSTABLE_IDS
    }
}
