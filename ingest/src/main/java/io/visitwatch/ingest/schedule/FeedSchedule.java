package io.visitwatch.ingest.schedule;

import io.visitwatch.ingest.feed.FeedPacing;
import io.visitwatch.ingest.fetch.CacheValidators;
import io.visitwatch.ingest.schedule.FeedState.Address;
import io.visitwatch.ingest.schedule.FeedState.Cache;
import io.visitwatch.ingest.schedule.FeedState.History;
import io.visitwatch.ingest.schedule.FeedState.Move;
import io.visitwatch.ingest.schedule.FeedState.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a poll means for the next one: validators, interval, back-off, address, health.
 *
 * <p>A feed's interval follows its own rate of new items between the configured bounds; what the publisher asks for
 * ({@code max-age}, {@code ttl}) only ever slows it down. Nothing learned from a broken document is kept.
 */
public final class FeedSchedule {
    /** A server that says 304 for ever is asked without conditions after this time. */
    public static final Duration FULL_AFTER = Duration.ofDays(8);

    /** A permanent redirect is believed after this time. */
    public static final Duration MOVE_AFTER = Duration.ofDays(3);

    private static final Duration CLOCK_SLACK = Duration.ofMinutes(2);
    private static final int MOVE_TIMES = 3;
    private static final int EQUAL_BODIES = 3;
    private static final double SECONDS_PER_DAY = 86_400;

    /** Polls per expected new item: news should not wait for half an interval of a slow feed. */
    private static final double POLLS_PER_ITEM = 4;

    private final PollRules rules;

    /** A schedule under {@code rules}. */
    public FeedSchedule(PollRules rules) {
        this.rules = rules;
    }

    /** What to send with the next poll: nothing when there is nothing, or when a full answer is overdue. */
    public static @Nullable CacheValidators validatorsToSend(FeedState state, Instant now) {
        Cache cache = state.cache();
        boolean overdue =
                cache.fullAt() == null || cache.fullAt().plus(FULL_AFTER).isBefore(now);
        return overdue ? null : cache.validators();
    }

    /**
     * The state after a poll.
     *
     * @param state before
     * @param outcome what the poll came to
     * @param now when it ended, UTC
     * @param random source of the jitter
     */
    public FeedState next(FeedState state, PollOutcome outcome, Instant now, RandomGenerator random) {
        if (outcome instanceof PollOutcome.Read read) {
            return read(state, read, now, random);
        }
        if (outcome instanceof PollOutcome.Unchanged unchanged) {
            return unchanged(state, unchanged, now, random);
        }
        return new FailureRules(rules).next(state, outcome, now, random);
    }

    /**
     * The state after a hub brought entries: what polls are planned by stays as the polls left it.
     *
     * @param newEntries entries never seen before
     */
    public static FeedState pushed(FeedState state, int newEntries, Instant now) {
        if (newEntries == 0) {
            return state;
        }
        History old = state.history();
        FeedState after = state.with(new History(
                        old.attempted(),
                        old.succeeded(),
                        now,
                        gap(old, now),
                        old.failures(),
                        old.failingSince(),
                        0,
                        old.rekeyedInRow(),
                        true))
                .with(new Pace(
                        state.pace().next(),
                        state.pace().interval(),
                        state.pace().newPerDay() + newEntries));
        return state.health().kind() == Health.Kind.SILENT ? after.with(HealthRules.afterSilence(after, now)) : after;
    }

    /** A stored state as it starts again: one that was polled in the future comes from a clock that was wrong, and is due. */
    public static FeedState restored(FeedState state, Instant now) {
        Instant attempted = state.history().attempted();
        boolean wrong = attempted != null && attempted.isAfter(now.plus(CLOCK_SLACK));
        return wrong ? state.due(now) : state;
    }

    private FeedState read(FeedState state, PollOutcome.Read read, Instant now, RandomGenerator random) {
        History history = history(state, read, now);
        double rate = rate(state, read, now);
        Duration interval = interval(rate, read.pacing());
        Cache cache = read.complete() ? cache(state.cache(), read, now) : state.cache();
        Duration wait = longer(interval, lowerBound(read.headers(), read.pacing(), now));
        Instant next = afterSkips(now.plus(jittered(wait, random)), read.pacing());
        FeedState after = new FeedState(
                state.feedId(),
                address(state.address(), read.movedTo(), now),
                cache,
                new Pace(next, interval, rate),
                history,
                state.health());
        return after.with(HealthRules.afterReading(after, read, now));
    }

    private FeedState unchanged(FeedState state, PollOutcome.Unchanged same, Instant now, RandomGenerator random) {
        double rate = decayed(state, now);
        int equal =
                same.notModified() || !same.conditional() ? 0 : state.cache().equalBodies() + 1;
        Duration interval = interval(rate, FeedPacing.NONE);
        if (equal > EQUAL_BODIES) {
            interval =
                    rules.clamp(interval.multipliedBy(2)); // its conditions never match: every poll costs a full body
        }
        Duration wait = longer(interval, lowerBound(same.headers(), FeedPacing.NONE, now));
        History old = state.history();
        History history = new History(
                now,
                now,
                old.broughtNew(),
                old.meanGap(),
                0,
                null,
                old.emptyInRow(),
                old.rekeyedInRow(),
                old.imported());
        FeedState after = new FeedState(
                state.feedId(),
                address(state.address(), same.movedTo(), now),
                cache(state.cache(), same, equal, now),
                new Pace(now.plus(jittered(wait, random)), interval, rate),
                history,
                state.health());
        return after.with(HealthRules.afterSilence(after, now));
    }

    private static History history(FeedState state, PollOutcome.Read read, Instant now) {
        History old = state.history();
        boolean brought = read.newEntries() > 0;
        boolean rekeyed = read.rekeyed() * 2 > read.entries();
        return new History(
                now,
                now,
                brought || old.broughtNew() == null ? now : old.broughtNew(),
                brought && old.imported() ? gap(old, now) : old.meanGap(),
                read.complete() ? 0 : old.failures() + 1,
                read.complete() ? null : Objects.requireNonNullElse(old.failingSince(), now),
                read.entries() == 0 ? old.emptyInRow() + 1 : 0,
                rekeyed ? old.rekeyedInRow() + 1 : 0,
                old.imported() || read.entries() > 0);
    }

    private static Duration gap(History old, Instant now) {
        Duration last = old.broughtNew() == null ? Duration.ofHours(1) : Duration.between(old.broughtNew(), now);
        return old.meanGap() == null
                ? last
                : old.meanGap().multipliedBy(7).plus(last).dividedBy(8);
    }

    /** At the first import the rate is what the entries say of the last day; later it is learned, forgetting by the day. */
    private static double rate(FeedState state, PollOutcome.Read read, Instant now) {
        return state.history().imported() ? decayed(state, now) + read.newEntries() : read.recent();
    }

    private static double decayed(FeedState state, Instant now) {
        Instant last = state.history().succeeded();
        double days = last == null
                ? 0
                : Math.max(0, (double) Duration.between(last, now).toSeconds() / SECONDS_PER_DAY);
        return state.pace().newPerDay() * Math.exp(-days);
    }

    private Duration interval(double perDay, FeedPacing pacing) {
        double seconds = perDay <= 0 ? Double.MAX_VALUE : SECONDS_PER_DAY / (POLLS_PER_ITEM * perDay);
        Duration learned =
                Duration.ofSeconds((long) Math.min(seconds, (double) rules.max().toSeconds()));
        Duration hint = pacing.updateEvery();
        return rules.clamp(hint != null && hint.compareTo(learned) < 0 ? hint : learned);
    }

    /** What the publisher asks us to wait, at most the longest interval: a year in a header is a mistake. */
    private Duration lowerBound(Map<String, String> headers, FeedPacing pacing, Instant now) {
        Duration fresh = Freshness.of(headers, now).orElse(Duration.ZERO);
        Duration ttl = pacing.ttl() == null ? Duration.ZERO : pacing.ttl();
        Duration bound = longer(fresh, ttl);
        return bound.compareTo(rules.max()) > 0 ? rules.max() : bound;
    }

    private Duration jittered(Duration wait, RandomGenerator random) {
        return jittered(wait, rules.jitter(), random);
    }

    /** From half the jitter to the whole of it is added, so that no planned poll is without. */
    static Duration jittered(Duration wait, double jitter, RandomGenerator random) {
        double part = jitter * (0.5 + 0.5 * random.nextDouble());
        return wait.plusMillis((long) (wait.toMillis() * part));
    }

    private static Instant afterSkips(Instant planned, FeedPacing pacing) {
        ZonedDateTime at = planned.atZone(ZoneOffset.UTC);
        for (int hour = 0; hour < 24 * 8; hour++) {
            if (!pacing.skipDays().contains(at.getDayOfWeek())
                    && !pacing.skipHours().contains(at.getHour())) {
                return at.toInstant();
            }
            at = at.plusHours(1).withMinute(planned.atZone(ZoneOffset.UTC).getMinute());
        }
        return planned; // hours and days together leave nothing: nobody means "never"
    }

    private static Address address(Address address, Optional<String> movedTo, Instant now) {
        String target = movedTo.orElse(null);
        if (target == null || target.equals(address.current())) {
            return new Address(address.configured(), address.current(), address.credentials(), null);
        }
        Move seen = address.move();
        Move move = seen != null && seen.target().equals(target)
                ? new Move(target, seen.since(), seen.times() + 1)
                : new Move(target, now, 1);
        boolean believed =
                move.times() >= MOVE_TIMES && !move.since().plus(MOVE_AFTER).isAfter(now);
        return believed
                ? new Address(address.configured(), target, address.credentials(), null)
                : new Address(address.configured(), address.current(), address.credentials(), move);
    }

    private static Cache cache(Cache old, PollOutcome.Read read, Instant now) {
        CacheValidators fresh = read.validators().isEmpty() ? null : read.validators();
        return new Cache(fresh, read.bodyHash(), 0, old.tolerantEtag(), now);
    }

    private static Cache cache(Cache old, PollOutcome.Unchanged same, int equal, Instant now) {
        boolean tolerant = old.tolerantEtag() || equal >= EQUAL_BODIES;
        if (same.notModified()) {
            return new Cache(refreshed(old.validators(), same.headers()), old.bodyHash(), 0, tolerant, old.fullAt());
        }
        CacheValidators given = same.validators() == null || same.validators().isEmpty() ? null : same.validators();
        return new Cache(given, old.bodyHash(), equal, tolerant, now);
    }

    private static @Nullable CacheValidators refreshed(@Nullable CacheValidators old, Map<String, String> headers) {
        return old == null
                ? null
                : new CacheValidators(
                        old.url(),
                        headers.getOrDefault("etag", old.etag()),
                        headers.getOrDefault("last-modified", old.lastModified()));
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
