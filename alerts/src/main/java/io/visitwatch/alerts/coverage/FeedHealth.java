package io.visitwatch.alerts.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one feed does, as far as coverage is concerned.
 *
 * @param feedId the feed
 * @param alive whether it was read without error within its own usual interval
 * @param lastRead when it was last read without error, UTC; null when never
 * @param reason why it is not alive, one line; empty when it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedHealth(
        String feedId, boolean alive, @Nullable Instant lastRead, String reason) {
    public FeedHealth {
        Objects.requireNonNull(feedId, "feedId");
        reason = Objects.requireNonNullElse(reason, "");
    }
}
