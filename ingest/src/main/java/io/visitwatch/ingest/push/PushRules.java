package io.visitwatch.ingest.push;

import io.visitwatch.ingest.push.Subscription.Status;
import io.visitwatch.ingest.schedule.FeedState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When to subscribe, renew and try again, and what a subscription is worth to the polls of its feed. */
final class PushRules {
    /** Lease asked for; the hub says what it gives. */
    static final Duration LEASE = Duration.ofDays(10);

    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final Duration RETRY = Duration.ofHours(1);
    private static final Duration LONGEST_RETRY = Duration.ofDays(1);

    private PushRules() {}

    /**
     * The hub to subscribe at: the first that is at least as safe as the feed. What is signed with a secret sent in the clear is
     * worth no more than a feed read in the clear.
     */
    static Optional<String> hub(List<String> hubs, String topic) {
        boolean secure = "https".equalsIgnoreCase(scheme(topic));
        return hubs.stream()
                .filter(hub -> !secure || "https".equalsIgnoreCase(scheme(hub)))
                .findFirst();
    }

    /** Whether a stored subscription is one at {@code hub} for {@code topic} that reaches us below {@code base}. */
    static boolean matches(@Nullable Subscription old, String hub, String topic, String base) {
        return old != null
                && old.status() != Status.DROPPED
                && old.hub().equals(hub)
                && old.topic().equals(topic)
                && old.callback().startsWith(base + "/");
    }

    /** Whether to ask (again): the lease has passed four fifths, or the last request failed, or was never verified, a while ago. */
    static boolean due(Subscription old, Instant now) {
        return switch (old.status()) {
            case DROPPED -> false;
            case GRANTED -> !now.isBefore(renewal(old));
            case ASKED -> !now.isBefore(old.asked().plus(retry(old.failures() + 1)));
            case FAILED -> !now.isBefore(old.asked().plus(retry(old.failures())));
        };
    }

    private static Instant renewal(Subscription old) {
        Instant granted = Objects.requireNonNullElse(old.granted(), old.asked());
        Instant ends = Objects.requireNonNullElse(old.leaseEnds(), granted);
        return granted.plus(Duration.between(granted, ends).multipliedBy(4).dividedBy(5));
    }

    private static Duration retry(int failures) {
        Duration wait = RETRY.multipliedBy(1L << Math.min(10, Math.max(0, failures - 1)));
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }

    /** Asked now; one that had been asked before without an answer counts as a failure. */
    static Subscription asked(Subscription old, Instant now) {
        int failures = old.status() == Status.ASKED ? old.failures() + 1 : old.failures();
        return with(old, Status.ASKED, now, old.granted(), old.leaseEnds(), failures, "asked, not verified yet");
    }

    /**
     * Confirmed by the hub.
     *
     * @param lease seconds the hub gives; null when it does not say, which it should
     */
    static Subscription granted(Subscription old, @Nullable Long lease, Instant now) {
        long seconds = lease == null ? Duration.ofDays(1).toSeconds() : lease;
        long bounded = Math.max(SHORTEST_LEASE.toSeconds(), Math.min(LONGEST_LEASE.toSeconds(), seconds));
        return with(old, Status.GRANTED, old.asked(), now, now.plusSeconds(bounded), 0, "subscribed at the hub");
    }

    /** Came to nothing, for a reason in plain words; a lease that runs goes on. */
    static Subscription failed(Subscription old, String reason, Instant now) {
        return with(old, Status.FAILED, now, old.granted(), old.leaseEnds(), old.failures() + 1, reason);
    }

    /** Ended by the hub, which denies it from now on. */
    static Subscription denied(Subscription old, String reason, Instant now) {
        return with(old, Status.FAILED, now, null, null, old.failures() + 1, "denied by the hub: " + reason);
    }

    /** Not wanted any more. */
    static Subscription dropped(Subscription old, Instant now) {
        return with(old, Status.DROPPED, now, null, null, 0, "the feed names no hub any more");
    }

    /** Something signed and readable came. */
    static Subscription delivered(Subscription old, Instant now) {
        return new Subscription(
                old.hub(),
                old.topic(),
                old.callback(),
                old.secret(),
                old.status(),
                old.asked(),
                old.granted(),
                old.leaseEnds(),
                now,
                old.failures(),
                old.reason());
    }

    /**
     * When a feed is polled next. A hub that was the first to bring what came last is trusted: polling goes on, at the longest
     * interval. As soon as a poll finds something the hub has not sent, the feed's own interval is back.
     *
     * @param longest the longest interval of any feed that answers
     */
    static Instant nextPoll(FeedState state, @Nullable Subscription push, Duration longest, Instant now) {
        Instant planned = state.pace().next();
        Instant attempted = state.history().attempted();
        Instant brought = state.history().broughtNew();
        if (push == null
                || push.delivered() == null
                || attempted == null
                || state.history().failures() > 0
                || !push.active(now)
                || (brought != null && brought.isAfter(push.delivered()))) {
            return planned;
        }
        Instant slow = attempted.plus(longest);
        return slow.isAfter(planned) ? slow : planned;
    }

    private static Subscription with(
            Subscription old,
            Status status,
            Instant asked,
            @Nullable Instant granted,
            @Nullable Instant leaseEnds,
            int failures,
            String reason) {
        return new Subscription(
                old.hub(),
                old.topic(),
                old.callback(),
                old.secret(),
                status,
                asked,
                granted,
                leaseEnds,
                old.delivered(),
                failures,
                reason);
    }

    private static @Nullable String scheme(String url) {
        try {
            return URI.create(url).getScheme();
        } catch (IllegalArgumentException e) {
            return null; // the fetcher refuses it and says why
        }
    }
}
