package io.visitwatch.ingest.schedule;

import io.visitwatch.ingest.schedule.FeedState.History;
import io.visitwatch.ingest.schedule.Health.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a readable answer says about a feed's health: an answer is not yet a living feed. */
final class HealthRules {
    /** A feed is silent after this many of its usual gaps… */
    private static final int GAPS = 12;

    /** …but never before this time… */
    private static final Duration SILENT_FROM = Duration.ofDays(2);

    /** …and always after this one. */
    private static final Duration SILENT_AT = Duration.ofDays(45);

    private static final int EMPTY_ALARM = 3;
    private static final int UNSTABLE_ALARM = 2;

    private HealthRules() {}

    static Health afterReading(FeedState state, PollOutcome.Read read, Instant now) {
        History history = state.history();
        if (!read.complete()) {
            return new Health(Kind.CUT, "the document ends early, " + times(history.failures()) + " in a row");
        }
        if (history.emptyInRow() >= EMPTY_ALARM) {
            return new Health(Kind.EMPTY, "answers with an empty feed, " + times(history.emptyInRow()) + " in a row");
        }
        if (history.rekeyedInRow() >= UNSTABLE_ALARM) {
            return new Health(
                    Kind.UNSTABLE_IDS, "gives its items new ids at each poll; items are told apart by link and text");
        }
        return afterSilence(state, now);
    }

    static Health afterSilence(FeedState state, Instant now) {
        History history = state.history();
        if (history.emptyInRow() >= EMPTY_ALARM) {
            return state.health();
        }
        Instant last = history.broughtNew();
        if (last != null && !last.plus(silentAfter(history.meanGap())).isAfter(now)) {
            return new Health(
                    Kind.SILENT,
                    "answers, but has brought nothing new for " + words(Duration.between(last, now))
                            + usually(history));
        }
        return new Health(Kind.OK, "answers and is read");
    }

    private static Duration silentAfter(@Nullable Duration meanGap) {
        if (meanGap == null) {
            return SILENT_AT;
        }
        Duration gaps = FeedSchedule.longer(SILENT_FROM, meanGap.multipliedBy(GAPS));
        return gaps.compareTo(SILENT_AT) > 0 ? SILENT_AT : gaps;
    }

    private static String usually(History history) {
        return history.meanGap() == null ? "" : " (usually every " + words(history.meanGap()) + ")";
    }

    static String times(int n) {
        return n == 1 ? "once" : n + " times";
    }

    /** A duration in its largest sensible unit: {@code 3 days}, {@code 5 h}, {@code 12 min}. */
    static String words(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        return time.toHours() >= 2 ? time.toHours() + " h" : Math.max(1, time.toMinutes()) + " min";
    }
}
