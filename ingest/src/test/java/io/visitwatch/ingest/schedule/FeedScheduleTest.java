package io.visitwatch.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.feed.FeedPacing;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.CacheValidators;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetchResult.Hop;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final String URL = "https://news.test/feed";
    private static final Feed FEED = Feed.of(URL, new Outlet("Test", null, SourceClass.OTHER));
    private static final Duration MIN = Duration.ofMinutes(5);
    private static final Duration MAX = Duration.ofHours(1);

    private final Random random = new Random(7);
    private final FeedSchedule schedule = new FeedSchedule(new PollRules(MIN, MAX, Duration.ofMinutes(15), 0.2));

    @Test
    void behaviour05KeepsTheOldValidatorsAfterADocumentThatEndsEarly() {
        FeedState before = after(first(), read(3, 3).etag("\"1\""), NOW);
        FeedState cut = after(before, read(2, 1).etag("\"2\"").cut(), NOW.plusSeconds(600));
        assertThat(cut.cache()).isEqualTo(before.cache());
        assertThat(cut.health().kind()).isEqualTo(Health.Kind.CUT);
    }

    @Test
    void behaviour06And07KeepsValidatorsByteForByte() {
        FeedState state = after(first(), read(3, 3).etag("W/\"a\"").modified("tuesday-ish"), NOW);
        assertThat(FeedSchedule.validatorsToSend(state, NOW.plusSeconds(60)))
                .isEqualTo(new CacheValidators(URL, "W/\"a\"", "tuesday-ish"));
    }

    @Test
    void behaviour08TakesNewValidatorsFromA304AndEndsTheRowOfErrors() {
        FeedState state = after(first(), read(3, 3).etag("\"1\""), NOW);
        state = schedule.next(state, failed(Reason.TIMEOUT, null), NOW.plusSeconds(600), random);
        state = schedule.next(state, notModified(Map.of("etag", "\"2\"")), NOW.plusSeconds(1_200), random);
        assertThat(state.cache().validators()).isEqualTo(new CacheValidators(URL, "\"2\"", null));
        assertThat(state.history().failures()).isZero();
        assertThat(state.health().kind()).isEqualTo(Health.Kind.OK);
    }

    @Test
    void behaviour09KeepsValidatorsWhenAnAnswerIsNoFeed() {
        FeedState before = after(first(), read(3, 3).etag("\"1\""), NOW);
        FeedState state = schedule.next(
                before,
                new PollOutcome.Unreadable(FeedResult.Kind.BROKEN, "it breaks off", List.of()),
                NOW.plusSeconds(600),
                random);
        assertThat(state.cache()).isEqualTo(before.cache());
        assertThat(state.health()).isEqualTo(new Health(Health.Kind.NOT_A_FEED, "it breaks off"));
    }

    @Test
    void behaviour12SendsTheTagWithoutSuffixAfterThreeEqualBodies() {
        FeedState state = after(first(), read(3, 3).etag("\"1-gzip\""), NOW);
        for (int i = 0; i < 3; i++) {
            assertThat(state.cache().tolerantEtag()).isFalse();
            state = schedule.next(state, sameBody(), NOW.plusSeconds(600L * (i + 1)), random);
        }
        assertThat(state.cache().tolerantEtag()).isTrue();
    }

    @Test
    void behaviour13AsksWithoutConditionsAfterEightDaysOf304() {
        FeedState state = after(first(), read(3, 3).etag("\"1\""), NOW);
        state = schedule.next(state, notModified(Map.of()), NOW.plus(Duration.ofDays(7)), random);
        assertThat(FeedSchedule.validatorsToSend(state, NOW.plus(Duration.ofDays(7))))
                .isNotNull();
        assertThat(FeedSchedule.validatorsToSend(
                        state, NOW.plus(Duration.ofDays(8)).plusSeconds(1)))
                .isNull();
    }

    @Test
    void behaviour14PollsAFarmWithPrivateTagsLessOften() {
        FeedState state = after(first(), read(20, 20).recent(20).etag("\"a\""), NOW);
        Duration before = state.pace().interval();
        for (int i = 1; i <= 5; i++) {
            state = schedule.next(state, sameBody(), NOW.plusSeconds(600L * i), random);
        }
        assertThat(state.pace().interval()).isGreaterThan(before.multipliedBy(3).dividedBy(2));
    }

    @Test
    void behaviour15DropsValidatorsWhenAddressOrCredentialsChange() {
        FeedState state = after(first(), read(3, 3).etag("\"1\""), NOW);
        Feed moved =
                new Feed(FEED.id(), URL + "2", FEED.outlet(), null, ZoneOffset.UTC, Feed.PageUse.ALWAYS, Feed.ADDED);
        assertThat(state.configured(FEED, "", NOW)).isSameAs(state);
        assertThat(state.configured(moved, "", NOW).cache()).isEqualTo(FeedState.Cache.NONE);
        assertThat(state.configured(FEED, "other", NOW).cache()).isEqualTo(FeedState.Cache.NONE);
        assertThat(state.configured(moved, "", NOW).address().current()).isEqualTo(URL + "2");
    }

    @Test
    void behaviour16CountsAnEmptyAnswerAsAnError() {
        FeedState state = schedule.next(first(), failed(Reason.NO_CONTENT, 200), NOW, random);
        assertThat(state.health().kind()).isEqualTo(Health.Kind.FAILING);
        assertThat(state.history().failures()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "cache-control, max-age=1800, 30",
        "cache-control, 'public, MAX-AGE=\"1800\"', 30",
        "cache-control, max-age=31536000, 60",
        "cache-control, no-store, 5",
        "cache-control, max-age=soon, 5",
        "expires, 'Wed, 04 Mar 2026 10:45:00 GMT', 45",
        "expires, 'Thu, 04 Mar 2027 10:45:00 GMT', 60",
        "expires, 0, 5"
    })
    void behaviour17WaitsWhatTheHeadersAskWithinReason(String name, String value, long minutes) {
        FeedState state = after(first(), read(200, 200).recent(500).header(name, value), NOW);
        assertWait(state, NOW, Duration.ofMinutes(minutes));
    }

    @Test
    void behaviour18WaitsTheTtlWithinReason() {
        FeedPacing half = new FeedPacing(Duration.ofMinutes(30), Set.of(), Set.of(), null);
        FeedPacing year = new FeedPacing(Duration.ofDays(365), Set.of(), Set.of(), null);
        assertWait(after(first(), read(200, 200).recent(500).pacing(half), NOW), NOW, Duration.ofMinutes(30));
        assertWait(after(first(), read(200, 200).recent(500).pacing(year), NOW), NOW, MAX);
    }

    @Test
    void behaviour19DoesNotPollInSkippedHoursAndDays() {
        FeedPacing night = new FeedPacing(null, Set.of(10, 11, 12), Set.of(), null);
        FeedState state = after(first(), read(200, 200).recent(500).pacing(night), NOW);
        assertThat(state.pace().next().atZone(ZoneOffset.UTC).getHour()).isEqualTo(13);
        FeedPacing wednesday = new FeedPacing(null, Set.of(), Set.of(DayOfWeek.WEDNESDAY), null);
        state = after(first(), read(200, 200).recent(500).pacing(wednesday), NOW);
        assertThat(state.pace().next().atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
        Set<Integer> allHours = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        state = after(first(), read(200, 200).recent(500).pacing(new FeedPacing(null, allHours, Set.of(), null)), NOW);
        assertWait(state, NOW, MIN);
    }

    @Test
    void behaviour20TakesUpdatePeriodForAHintAndNeverPollsFasterThanTheMinimum() {
        FeedPacing often = new FeedPacing(null, Set.of(), Set.of(), Duration.ofSeconds(10));
        assertWait(after(first(), read(3, 3).pacing(often), NOW), NOW, MIN);
        FeedPacing daily = new FeedPacing(null, Set.of(), Set.of(), Duration.ofDays(1));
        assertWait(after(first(), read(200, 200).recent(500).pacing(daily), NOW), NOW, MIN);
    }

    @Test
    void behaviour21FollowsTheFeedsOwnRateBetweenTheBounds() {
        FeedState busy = after(first(), read(100, 100).recent(1_000), NOW);
        assertThat(busy.pace().interval()).isEqualTo(MIN);
        FeedState quiet = after(first(), read(10, 10).recent(0), NOW);
        assertThat(quiet.pace().interval()).isEqualTo(MAX);
        FeedState middle = after(first(), read(20, 20).recent(12), NOW);
        assertThat(middle.pace().interval()).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(35));
        for (int day = 1; day <= 4; day++) {
            busy = schedule.next(busy, notModified(Map.of()), NOW.plus(Duration.ofDays(day)), random);
        }
        assertThat(busy.pace().interval()).isGreaterThan(MIN);
    }

    @Test
    void behaviour22AddsJitterToEveryPlannedPoll() {
        Set<Instant> planned = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            FeedState state = after(first(), read(200, 200).recent(500), NOW);
            Duration wait = Duration.between(NOW, state.pace().next());
            assertThat(wait)
                    .isBetween(
                            MIN.multipliedBy(11).dividedBy(10),
                            MIN.multipliedBy(12).dividedBy(10));
            planned.add(state.pace().next());
        }
        assertThat(planned).hasSizeGreaterThan(90);
    }

    @Test
    void behaviour24MakesUpForADayOfAbsenceWithOnePoll() {
        FeedState state = after(first(), read(3, 3), NOW);
        Instant back = NOW.plus(Duration.ofDays(1));
        assertThat(state.pace().next()).isBefore(back);
        assertThat(after(state, read(3, 0), back).pace().next()).isAfter(back);
    }

    @Test
    void behaviour24IsNotStoppedByAClockThatWasADayAhead() {
        FeedState state = after(first(), read(3, 3), NOW.plus(Duration.ofDays(1)));
        assertThat(FeedSchedule.restored(state, NOW).pace().next()).isEqualTo(NOW);
        assertThat(FeedSchedule.restored(state, NOW.plus(Duration.ofDays(1)))).isSameAs(state);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 2",
        "503, 600, 10",
        "429, , 10",
        "429, -5, 10",
        "429, 0, 10",
        "429, later, 10",
        "429, 99999999, 10",
        "429, 864000, 1440",
        "429, 'Wed, 04 Mar 2026 10:20:00 GMT', 20",
        "429, 'Wed, 04 Mar 2020 10:20:00 GMT', 10"
    })
    void behaviour26And27PausesTheWholeHost(int status, @Nullable String retryAfter, long minutes) {
        assertThat(FailureRules.hostPause(failure(status, retryAfter), 0, NOW)).contains(Duration.ofMinutes(minutes));
    }

    @Test
    void behaviour27DoublesThePauseOfAHostThatGivesNoTime() {
        assertThat(FailureRules.hostPause(failure(429, null), 2, NOW)).contains(Duration.ofMinutes(40));
        assertThat(FailureRules.hostPause(failure(429, null), 50, NOW)).contains(Duration.ofDays(1));
        assertThat(FailureRules.hostPause(failure(500, null), 0, NOW)).isEmpty();
    }

    @Test
    void behaviour28BacksOffToADayAndRecoversAtOnce() {
        FeedState state = first();
        Duration last = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            state = schedule.next(state, failed(Reason.SERVER_ERROR, 500), NOW, random);
            Duration wait = Duration.between(NOW, state.pace().next());
            assertThat(wait).isGreaterThan(last.dividedBy(2)).isLessThan(Duration.ofHours(30));
            last = wait;
        }
        assertThat(last).isGreaterThan(Duration.ofHours(23));
        state = after(state, read(200, 200).recent(500), NOW);
        assertWait(state, NOW, MIN);
        assertThat(state.history().failingSince()).isNull();
    }

    @Test
    void behaviour29FlagsA404AfterDaysAndStopsAtA410UntilResumed() {
        FeedState state = schedule.next(first(), failed(Reason.NOT_FOUND, 404), NOW, random);
        assertThat(state.health().kind()).isEqualTo(Health.Kind.FAILING);
        state = schedule.next(state, failed(Reason.NOT_FOUND, 404), NOW.plus(Duration.ofDays(4)), random);
        assertThat(state.health().kind()).isEqualTo(Health.Kind.NOT_FOUND);
        assertThat(state.health().reason()).contains("4 days");
        FeedState gone = schedule.next(state, failed(Reason.GONE, 410), NOW, random);
        assertThat(gone.stopped()).isTrue();
        assertThat(gone.health().reason()).contains("410");
        assertThat(gone.resumed(NOW).stopped()).isFalse();
        assertThat(gone.resumed(NOW).pace().next()).isEqualTo(NOW);
    }

    @Test
    void behaviour30RetriesABlockedFeedSlowly() {
        FeedState state = schedule.next(first(), failed(Reason.BLOCKED, 403), NOW, random);
        assertThat(state.health().kind()).isEqualTo(Health.Kind.BLOCKED);
        assertThat(Duration.between(NOW, state.pace().next())).isGreaterThan(Duration.ofHours(6));
    }

    @Test
    void behaviour31MovesTheAddressOnlyAfterDaysOfAPermanentRedirectToAFeed() {
        String target = "https://new.test/feed";
        FeedState state = first();
        for (int day = 0; day < 3; day++) {
            state = after(state, read(3, 0).movedTo(target), NOW.plus(Duration.ofDays(day)));
            assertThat(state.address().current()).isEqualTo(URL);
        }
        state = after(state, read(3, 0).movedTo(target), NOW.plus(Duration.ofDays(3)));
        assertThat(state.address().current()).isEqualTo(target);
        assertThat(state.address().configured()).isEqualTo(URL);
    }

    @Test
    void behaviour31EndsThePermanentPrefixAtATemporaryHop() {
        Hop permanent = new Hop("a", 301, "b");
        Hop temporary = new Hop("b", 302, "c");
        Hop last = new Hop("c", 308, "d");
        assertThat(movedTo(permanent, temporary, last)).contains("b");
        assertThat(movedTo(temporary, permanent)).isEmpty();
        assertThat(movedTo(permanent, last)).contains("d");
    }

    @Test
    void behaviour32DoesNotMoveToAnAddressThatIsNoFeed() {
        FeedState state = first();
        for (int day = 0; day < 10; day++) {
            state = schedule.next(
                    state,
                    new PollOutcome.Unreadable(FeedResult.Kind.HTML, "a login page", List.of()),
                    NOW.plus(Duration.ofDays(day)),
                    random);
        }
        assertThat(state.address().current()).isEqualTo(URL);
        assertThat(state.address().move()).isNull();
    }

    @Test
    void behaviour32GoesBackHomeWhenTheNewAddressIsLost() {
        FeedState state = first().with(new FeedState.Address(URL, "https://new.test/feed", "", null));
        FeedState gone = schedule.next(state, failed(Reason.GONE, 410), NOW, random);
        assertThat(gone.address().current()).isEqualTo(URL);
        assertThat(gone.stopped()).isFalse();
    }

    @Test
    void behaviour37TellsWhichFeedsAWebPageNames() {
        FeedState state = schedule.next(
                first(),
                new PollOutcome.Unreadable(
                        FeedResult.Kind.HTML, "a web page, not a feed", List.of("https://news.test/rss")),
                NOW,
                random);
        assertThat(state.health().reason()).contains("https://news.test/rss");
        assertThat(state.address().current()).isEqualTo(URL);
    }

    @Test
    void behaviour48AlarmsAfterSeveralEmptyFeeds() {
        FeedState state = after(first(), read(3, 3), NOW);
        for (int i = 1; i <= 3; i++) {
            assertThat(state.health().kind()).isEqualTo(Health.Kind.OK);
            state = after(state, read(0, 0), NOW.plusSeconds(600L * i));
        }
        assertThat(state.health().kind()).isEqualTo(Health.Kind.EMPTY);
    }

    @Test
    void takesAnAnswerWithoutNewsForDaysForAnOutage() {
        FeedState state = after(first(), read(10, 10), NOW);
        for (int hour = 1; hour <= 20; hour++) {
            state = after(state, read(10, 1), NOW.plus(Duration.ofHours(hour)));
        }
        Instant later = NOW.plus(Duration.ofHours(20)).plus(Duration.ofDays(3));
        state = schedule.next(state, notModified(Map.of()), later, random);
        assertThat(state.health().kind()).isEqualTo(Health.Kind.SILENT);
        assertThat(state.health().reason())
                .isEqualTo("answers, but has brought nothing new for 3 days (usually every 60 min)");
        assertThat(after(state, read(10, 1), later.plusSeconds(60)).health().kind())
                .isEqualTo(Health.Kind.OK);
    }

    @Test
    void namesAFeedThatGivesNewIdsEachTime() {
        FeedState state = after(first(), read(10, 10), NOW);
        state = after(state, read(10, 0).rekeyed(10), NOW.plusSeconds(600));
        state = after(state, read(10, 0).rekeyed(10), NOW.plusSeconds(1_200));
        assertThat(state.health().kind()).isEqualTo(Health.Kind.UNSTABLE_IDS);
    }

    private static void assertWait(FeedState state, Instant from, Duration wait) {
        assertThat(Duration.between(from, state.pace().next()))
                .isBetween(wait, wait.multipliedBy(6).dividedBy(5));
    }

    private FeedState after(FeedState state, Reading reading, Instant now) {
        return schedule.next(state, reading.outcome(), now, random);
    }

    private static FeedState first() {
        return FeedState.first(FEED, "", NOW, Duration.ofMinutes(15));
    }

    private static PollOutcome notModified(Map<String, String> headers) {
        return new PollOutcome.Unchanged(true, null, headers, true, Optional.empty());
    }

    private static PollOutcome sameBody() {
        return new PollOutcome.Unchanged(
                false, new CacheValidators(URL, "\"x-gzip\"", null), Map.of(), true, Optional.empty());
    }

    private static PollOutcome failed(Reason reason, @Nullable Integer status) {
        return new PollOutcome.Failed(new FetchResult.Failed(URL, reason, "it failed", status, Map.of(), List.of()));
    }

    private static FetchResult.Failed failure(int status, @Nullable String retryAfter) {
        Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter);
        Reason reason = status == 429 ? Reason.TOO_MANY_REQUESTS : Reason.SERVER_ERROR;
        return new FetchResult.Failed(URL, reason, "HTTP " + status, status, headers, List.of());
    }

    private static Optional<String> movedTo(Hop... hops) {
        return new FetchResult.NotModified(URL, Map.of(), List.of(hops)).movedTo();
    }

    private static Reading read(int entries, int fresh) {
        return new Reading(entries, fresh);
    }

    /** A readable answer, point by point. */
    private static final class Reading {
        private final int entries;
        private final int fresh;
        private @Nullable String etag;
        private @Nullable String modified;
        private boolean complete = true;
        private int recent;
        private int rekeyed;
        private FeedPacing pacing = FeedPacing.NONE;
        private Map<String, String> headers = Map.of();
        private Optional<String> target = Optional.empty();

        Reading(int entries, int fresh) {
            this.entries = entries;
            this.fresh = fresh;
        }

        Reading etag(String tag) {
            etag = tag;
            return this;
        }

        Reading modified(String text) {
            modified = text;
            return this;
        }

        Reading cut() {
            complete = false;
            return this;
        }

        Reading recent(int count) {
            recent = count;
            return this;
        }

        Reading rekeyed(int count) {
            rekeyed = count;
            return this;
        }

        Reading pacing(FeedPacing wish) {
            pacing = wish;
            return this;
        }

        Reading header(String name, String value) {
            headers = Map.of(name, value);
            return this;
        }

        Reading movedTo(String url) {
            target = Optional.of(url);
            return this;
        }

        PollOutcome outcome() {
            CacheValidators validators = new CacheValidators(URL, etag, modified);
            return new PollOutcome.Read(
                    validators,
                    "hash" + entries + etag,
                    complete,
                    entries,
                    fresh,
                    recent,
                    rekeyed,
                    pacing,
                    headers,
                    true,
                    target);
        }
    }
}
