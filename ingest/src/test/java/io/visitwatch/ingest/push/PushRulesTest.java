package io.visitwatch.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.push.Subscription.Status;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedSchedule;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.FeedState.History;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PushRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final Subscription NEW = new Subscription(
            "https://hub.example/",
            "https://news.example/feed",
            "https://us.example/websub/f/0123",
            "secret",
            Status.FAILED,
            NOW,
            null,
            null,
            null,
            0,
            "new");

    @Test
    void takesAHubOnlyWhereItIsAsSafeAsTheFeed() {
        List<String> hubs = List.of("http://plain.example/", "https://safe.example/");
        assertThat(PushRules.hub(hubs, "https://news.example/feed")).contains("https://safe.example/");
        assertThat(PushRules.hub(hubs, "http://news.example/feed")).contains("http://plain.example/");
        assertThat(PushRules.hub(hubs.subList(0, 1), "https://news.example/feed"))
                .isEmpty();
        assertThat(PushRules.hub(List.of("::"), "https://news.example/feed")).isEmpty();
    }

    @Test
    void behaviour38RenewsALeaseBeforeItEndsAndKeepsItMeanwhile() {
        Subscription granted = PushRules.granted(PushRules.asked(NEW, NOW), 10_000L, NOW);
        assertThat(granted.active(NOW.plusSeconds(9_999))).isTrue();
        assertThat(granted.active(NOW.plusSeconds(10_000))).isFalse();
        assertThat(PushRules.due(granted, NOW.plusSeconds(7_999))).isFalse();
        assertThat(PushRules.due(granted, NOW.plusSeconds(8_000))).isTrue();
        Subscription again = PushRules.asked(granted, NOW.plusSeconds(8_000));
        assertThat(again.active(NOW.plusSeconds(9_000))).isTrue();
        assertThat(again.secret()).isEqualTo(NEW.secret());
        assertThat(PushRules.failed(again, "HTTP 503", NOW.plusSeconds(8_001)).active(NOW.plusSeconds(9_000)))
                .isTrue();
        assertThat(PushRules.denied(again, "gone", NOW.plusSeconds(8_001)).active(NOW.plusSeconds(9_000)))
                .isFalse();
    }

    @Test
    void keepsLeasesWithinReason() {
        Subscription asked = PushRules.asked(NEW, NOW);
        assertThat(PushRules.granted(asked, 0L, NOW).leaseEnds()).isEqualTo(NOW.plusSeconds(60));
        assertThat(PushRules.granted(asked, 999_999_999_999L, NOW).leaseEnds())
                .isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(PushRules.granted(asked, null, NOW).leaseEnds()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void triesAHubThatFailsLessAndLessOften() {
        Subscription failed = NEW;
        for (Duration wait : List.of(
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(4),
                Duration.ofHours(8),
                Duration.ofHours(16),
                Duration.ofHours(24),
                Duration.ofHours(24))) {
            failed = PushRules.failed(failed, "HTTP 500", NOW);
            assertThat(PushRules.due(failed, NOW.plus(wait).minusSeconds(1))).isFalse();
            assertThat(PushRules.due(failed, NOW.plus(wait))).isTrue();
        }
        Subscription silent = PushRules.asked(PushRules.asked(NEW, NOW), NOW);
        assertThat(silent.failures()).isEqualTo(1);
        assertThat(PushRules.due(silent, NOW.plus(Duration.ofMinutes(119)))).isFalse();
        assertThat(PushRules.due(silent, NOW.plus(Duration.ofHours(2)))).isTrue();
        assertThat(PushRules.due(PushRules.dropped(silent, NOW), NOW.plus(Duration.ofDays(99))))
                .isFalse();
    }

    @Test
    void behaviour38PollsSlowlyWhileTheHubIsTheFirstToTell() {
        Duration longest = Duration.ofHours(1);
        Instant planned = NOW.plusSeconds(300);
        Subscription granted = PushRules.granted(PushRules.asked(NEW, NOW), 86_400L, NOW);
        assertThat(PushRules.nextPoll(state(NOW), null, longest, NOW)).isEqualTo(planned);
        assertThat(PushRules.nextPoll(state(NOW), granted, longest, NOW))
                .as("never delivered")
                .isEqualTo(planned);
        Subscription delivering = PushRules.delivered(granted, NOW.plusSeconds(10));
        assertThat(PushRules.nextPoll(state(NOW), delivering, longest, NOW)).isEqualTo(NOW.plus(longest));
        assertThat(PushRules.nextPoll(state(NOW.plusSeconds(60)), delivering, longest, NOW))
                .as("a poll found what the hub had not sent")
                .isEqualTo(planned);
        assertThat(PushRules.nextPoll(state(NOW), delivering, longest, NOW.plusSeconds(86_400)))
                .as("the lease is over")
                .isEqualTo(planned);
    }

    @Test
    void whatAHubBroughtLeavesThePlanOfPollsAlone() {
        FeedState before = state(NOW);
        FeedState after = FeedSchedule.pushed(before, 2, NOW.plusSeconds(50));
        assertThat(after.pace().next()).isEqualTo(before.pace().next());
        assertThat(after.cache()).isEqualTo(before.cache());
        assertThat(after.history().broughtNew()).isEqualTo(NOW.plusSeconds(50));
        assertThat(after.history().attempted()).isEqualTo(before.history().attempted());
        assertThat(FeedSchedule.pushed(before, 0, NOW.plusSeconds(50))).isSameAs(before);
    }

    @Test
    void behaviour38KnowsARightSignatureFromAWrongOne() {
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
        String sha256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"; // RFC 4231, case 2
        assertThat(Signatures.valid("sha256=" + sha256, "Jefe", body)).isTrue();
        assertThat(Signatures.valid("SHA256=" + sha256.toUpperCase(java.util.Locale.ROOT), "Jefe", body))
                .isTrue();
        assertThat(Signatures.valid("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", "Jefe", body)) // RFC 2202
                .isTrue();
        for (String wrong : new @Nullable String[] {
            null,
            "",
            "sha256",
            "sha256=",
            "sha256=zz",
            "md5=" + sha256,
            "sha256=" + sha256.substring(2),
            "sha512=" + sha256,
            sha256
        }) {
            assertThat(Signatures.valid(wrong, "Jefe", body)).as("%s", wrong).isFalse();
        }
        assertThat(Signatures.valid("sha256=" + sha256, "Jeff", body)).isFalse();
    }

    private static FeedState state(Instant broughtNew) {
        Feed feed = Feed.of("https://news.example/feed", new Outlet("News", null, SourceClass.OTHER));
        FeedState first = FeedState.first(feed, "", NOW.plusSeconds(300), Duration.ofMinutes(5));
        return new FeedState(
                first.feedId(),
                first.address(),
                first.cache(),
                first.pace(),
                new History(NOW, NOW, broughtNew, Duration.ofHours(3), 0, null, 0, 0, true),
                first.health());
    }
}
