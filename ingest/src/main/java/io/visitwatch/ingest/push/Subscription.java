package io.visitwatch.ingest.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a feed has at its hub. A lease once granted runs on while its renewal is asked for.
 *
 * @param hub address of the hub
 * @param topic address subscribed to
 * @param callback address the hub reaches us at, the token at its end known to the hub and us alone
 * @param secret what the hub signs with
 * @param status how the last request stands
 * @param asked time of the last request
 * @param granted time the hub last confirmed; null before it did
 * @param leaseEnds when the hub stops sending; null before it confirmed
 * @param delivered last time something signed and readable came; null before
 * @param failures requests in a row that led to nothing
 * @param reason one line in plain words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subscription(
        String hub,
        String topic,
        String callback,
        String secret,
        Status status,
        Instant asked,
        @Nullable Instant granted,
        @Nullable Instant leaseEnds,
        @Nullable Instant delivered,
        int failures,
        String reason) {
    public Subscription {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(asked, "asked");
    }

    /** How a request stands. */
    public enum Status {
        /** Sent, or about to be; the hub has not come back yet. */
        ASKED,
        /** Confirmed by the hub. */
        GRANTED,
        /** Refused, unreachable or silent; tried again later. */
        FAILED,
        /** No longer wanted: the feed names no hub now. */
        DROPPED
    }

    /** Whether the hub sends what is new. */
    public boolean active(Instant now) {
        return status != Status.DROPPED && leaseEnds != null && now.isBefore(leaseEnds);
    }

    /** Whether {@code token} is the one the callback ends with; takes the same time for any wrong one. */
    boolean hasToken(String token) {
        return Signatures.same(callback.substring(callback.lastIndexOf('/') + 1), token);
    }
}
