package io.visitwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the feeds of this instance really end, to notice two subscriptions that are one feed. */
final class FinalAddresses {
    /** A claim not renewed for so long belongs to a feed that is no longer read. */
    private static final Duration STALE = Duration.ofDays(2);

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    /** Notes that a feed ends at {@code url}; returns the feed that ended there before it, if another one did. */
    Optional<String> claim(String url, String feedId, Instant now) {
        Claim holder = claims.compute(url, (u, old) -> {
            boolean free = old == null
                    || old.feedId.equals(feedId)
                    || old.at.plus(STALE).isBefore(now);
            return free ? new Claim(feedId, now) : old;
        });
        return holder.feedId.equals(feedId) ? Optional.empty() : Optional.of(holder.feedId);
    }

    private record Claim(String feedId, Instant at) {}
}
