package io.visitwatch.ingest.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visitwatch.ingest.fetch.CacheValidators;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed between two polls, apart from its entries.
 *
 * @param feedId feed it belongs to
 * @param address where it is
 * @param cache how its last body is recognised
 * @param pace when and how often it is asked
 * @param history how it went
 * @param health how it is, for people
 */
public record FeedState(String feedId, Address address, Cache cache, Pace pace, History history, Health health) {
    public FeedState {
        Objects.requireNonNull(feedId, "feedId");
    }

    /** A feed never asked, due at once. */
    public static FeedState first(Feed feed, String credentials, Instant now, Duration interval) {
        return new FeedState(
                feed.id(),
                new Address(feed.url(), feed.url(), credentials, null),
                Cache.NONE,
                new Pace(now, interval, 0),
                History.NONE,
                Health.NEW);
    }

    /**
     * This state for the feed as it is configured now: another address or other credentials drop the validators, start at the
     * configured address again and end a stop.
     *
     * @param credentials digest of the credentials, empty for none
     */
    public FeedState configured(Feed feed, String credentials, Instant now) {
        if (address.configured().equals(feed.url()) && address.credentials().equals(credentials)) {
            return this;
        }
        return new FeedState(
                feedId,
                new Address(feed.url(), feed.url(), credentials, null),
                Cache.NONE,
                new Pace(now, pace.interval(), pace.newPerDay()),
                history.recovered(),
                Health.NEW);
    }

    /** Whether polling has ended until an operator resumes it. */
    public boolean stopped() {
        return health.kind() == Health.Kind.GONE;
    }

    /** This state with a stop ended by the operator, due at {@code now}. */
    public FeedState resumed(Instant now) {
        return due(now).with(history.recovered()).with(Health.NEW);
    }

    /** This state, due at {@code next}. */
    public FeedState due(Instant next) {
        return with(new Pace(next, pace.interval(), pace.newPerDay()));
    }

    FeedState with(Address other) {
        return new FeedState(feedId, other, cache, pace, history, health);
    }

    FeedState with(Cache other) {
        return new FeedState(feedId, address, other, pace, history, health);
    }

    FeedState with(Pace other) {
        return new FeedState(feedId, address, cache, other, history, health);
    }

    FeedState with(History other) {
        return new FeedState(feedId, address, cache, pace, other, health);
    }

    /** This state with another word on its health. */
    public FeedState with(Health other) {
        return new FeedState(feedId, address, cache, pace, history, other);
    }

    /**
     * Where a feed is.
     *
     * @param configured address as configured
     * @param current address polled: the configured one, or where permanent redirects have long led
     * @param credentials digest of the credentials used, empty for none
     * @param move a permanent redirect under observation; null when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            String configured,
            String current,
            String credentials,
            @Nullable Move move) {}

    /**
     * A permanent redirect seen on a feed that still read as a feed.
     *
     * @param target where it leads
     * @param since when it was first seen
     * @param times how often in a row
     */
    public record Move(String target, Instant since, int times) {}

    /**
     * How the last body is recognised.
     *
     * @param validators what the server gave; null when nothing
     * @param bodyHash SHA-256 of the last complete body, hex; null before the first
     * @param equalBodies full answers in a row whose body was the same although validators had been sent
     * @param tolerantEtag whether the tag is also sent without its coding suffix
     * @param fullAt last answer with a body; null before the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cache(
            @Nullable CacheValidators validators,
            @Nullable String bodyHash,
            int equalBodies,
            boolean tolerantEtag,
            @Nullable Instant fullAt) {
        /** Nothing known. */
        public static final Cache NONE = new Cache(null, null, 0, false, null);
    }

    /**
     * When and how often.
     *
     * @param next earliest next poll
     * @param interval time between polls chosen last, without jitter
     * @param newPerDay learned rate of new items
     */
    public record Pace(Instant next, Duration interval, double newPerDay) {}

    /**
     * How it went.
     *
     * @param attempted last poll; null before the first
     * @param succeeded last readable answer, 304 included; null before the first
     * @param broughtNew last answer with a new item; null before the first
     * @param meanGap usual time between two answers with new items; null before two were seen
     * @param failures failed polls in a row
     * @param failingSince first of them; null when there are none
     * @param emptyInRow readable answers without any entry in a row
     * @param rekeyedInRow answers in a row in which most items came under new ids
     * @param imported whether the first import is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record History(
            @Nullable Instant attempted,
            @Nullable Instant succeeded,
            @Nullable Instant broughtNew,
            @Nullable Duration meanGap,
            int failures,
            @Nullable Instant failingSince,
            int emptyInRow,
            int rekeyedInRow,
            boolean imported) {
        /** Nothing happened yet. */
        public static final History NONE = new History(null, null, null, null, 0, null, 0, 0, false);

        History recovered() {
            return new History(attempted, succeeded, broughtNew, meanGap, 0, null, emptyInRow, rekeyedInRow, imported);
        }

        History failed(Instant now) {
            return new History(
                    now,
                    succeeded,
                    broughtNew,
                    meanGap,
                    failures + 1,
                    failingSince == null ? now : failingSince,
                    emptyInRow,
                    rekeyedInRow,
                    imported);
        }
    }
}
