package io.visitwatch.ingest;

import io.visitwatch.ingest.schedule.Health;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one feed is, for {@code feeds status}.
 *
 * @param feedId id
 * @param url address polled
 * @param outlet name of the outlet
 * @param health kind and plain words
 * @param lastPoll last poll; null before the first
 * @param lastSuccess last readable answer; null before the first
 * @param lastNew last answer with a new item; null before the first
 * @param nextPoll earliest next poll
 * @param entries entries remembered
 */
public record FeedStatus(
        String feedId,
        String url,
        String outlet,
        Health health,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNew,
        Instant nextPoll,
        int entries) {}
