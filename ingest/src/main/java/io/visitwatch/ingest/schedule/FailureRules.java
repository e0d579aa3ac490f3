package io.visitwatch.ingest.schedule;

import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import io.visitwatch.ingest.schedule.FeedState.Address;
import io.visitwatch.ingest.schedule.FeedState.Cache;
import io.visitwatch.ingest.schedule.FeedState.History;
import io.visitwatch.ingest.schedule.FeedState.Pace;
import io.visitwatch.ingest.schedule.Health.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a failed poll means: how long to wait, and what to tell the operator. Validators and entries stay as they were. */
public final class FailureRules {
    /** Longest wait between two tries. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** Pause of a host that says 429 without a time; doubles. */
    static final Duration THROTTLED = Duration.ofMinutes(10);

    private static final Duration SLOW = Duration.ofHours(6);
    private static final Duration NOT_FOUND_FLAG = Duration.ofDays(3);
    private static final int BACK_HOME = 5;

    private final PollRules rules;

    FailureRules(PollRules rules) {
        this.rules = rules;
    }

    /**
     * How long the whole host must be left alone after a failure; empty when it need not be.
     *
     * @param failuresBefore failed polls of the feed in a row before this one
     */
    public static Optional<Duration> hostPause(FetchResult.Failed failure, int failuresBefore, Instant now) {
        if (failure.reason() == Reason.TOO_MANY_REQUESTS) {
            return Optional.of(failure.retryAfter(now).orElse(doubled(THROTTLED, failuresBefore)));
        }
        return Integer.valueOf(503).equals(failure.status()) ? failure.retryAfter(now) : Optional.empty();
    }

    FeedState next(FeedState state, PollOutcome outcome, Instant now, RandomGenerator random) {
        History history = state.history().failed(now);
        if (outcome instanceof PollOutcome.Unreadable unreadable) {
            Health health = new Health(Kind.NOT_A_FEED, words(unreadable));
            return after(state, history, health, doubled(rules.min(), history.failures()), now, random);
        }
        FetchResult.Failed failure = ((PollOutcome.Failed) outcome).failure();
        if (failure.reason() == Reason.HOST_BUSY) {
            return state.due(now.plus(FeedSchedule.jittered(rules.min(), rules.jitter(), random)));
        }
        boolean gone =
                failure.reason() == Reason.GONE && failure.hops().stream().allMatch(FetchResult.Hop::permanent);
        Health health = gone
                ? new Health(
                        Kind.GONE,
                        "410: the publisher has ended this feed; polling has stopped, resume it to try again")
                : health(failure, history, now);
        FeedState next = after(state, history, health, wait(failure, history, now), now, random);
        return homeward(next, failure);
    }

    private Duration wait(FetchResult.Failed failure, History history, Instant now) {
        int before = history.failures() - 1;
        Duration own = switch (failure.reason()) {
            case BLOCKED, TOO_LARGE, BOMB -> doubled(SLOW, before);
            default -> doubled(rules.min(), before);
        };
        return hostPause(failure, before, now)
                .map(pause -> FeedSchedule.longer(pause, own))
                .orElse(own);
    }

    private static Duration doubled(Duration first, int times) {
        Duration wait = first;
        for (int i = 0; i < times && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private FeedState after(
            FeedState state, History history, Health health, Duration wait, Instant now, RandomGenerator random) {
        Instant next = now.plus(FeedSchedule.jittered(wait, rules.jitter(), random));
        Pace pace = new Pace(next, state.pace().interval(), state.pace().newPerDay());
        return state.with(pace).with(history).with(health);
    }

    /** An address once moved to that no longer answers: back to the configured one. */
    private static FeedState homeward(FeedState state, FetchResult.Failed failure) {
        Address address = state.address();
        boolean away = !address.current().equals(address.configured());
        boolean lost = failure.reason() == Reason.NOT_FOUND
                || failure.reason() == Reason.GONE
                || failure.reason() == Reason.DNS
                || failure.reason() == Reason.BAD_URL;
        if (!away || !lost || (state.history().failures() < BACK_HOME && failure.reason() != Reason.GONE)) {
            return state;
        }
        return state.with(new Address(address.configured(), address.configured(), address.credentials(), null))
                .with(Cache.NONE)
                .with(new Health(Kind.FAILING, "the address it had moved to is gone; trying the configured one again"));
    }

    private static Health health(FetchResult.Failed failure, History history, Instant now) {
        String detail = failure.detail();
        Instant since = history.failingSince() == null ? now : history.failingSince();
        return switch (failure.reason()) {
            case BLOCKED ->
                new Health(Kind.BLOCKED, "the site refuses us (" + detail + "): check credentials, or ask its owner");
            case TOO_MANY_REQUESTS -> new Health(Kind.THROTTLED, "the site asks us to slow down (" + detail + ")");
            case TOO_LARGE, BOMB -> new Health(Kind.TOO_LARGE, detail);
            case NOT_FOUND -> notFound(Duration.between(since, now), history.failures());
            default -> new Health(Kind.FAILING, detail + ", " + HealthRules.times(history.failures()) + " in a row");
        };
    }

    private static Health notFound(Duration missing, int failures) {
        return missing.compareTo(NOT_FOUND_FLAG) >= 0
                ? new Health(Kind.NOT_FOUND, "404 for " + HealthRules.words(missing) + ": look for its new address")
                : new Health(Kind.FAILING, "404, " + HealthRules.times(failures) + " in a row");
    }

    private static String words(PollOutcome.Unreadable unreadable) {
        if (unreadable.kind() != FeedResult.Kind.HTML) {
            return unreadable.cause();
        }
        return unreadable.discovered().isEmpty()
                ? unreadable.cause()
                : unreadable.cause() + "; it names " + String.join(", ", unreadable.discovered());
    }
}
