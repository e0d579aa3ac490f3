package io.visitwatch.app.run;

import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.Health;
import java.time.Duration;
import java.time.Instant;

/** States of feeds for tests. */
final class FeedStates {
    private FeedStates() {}

    /** A feed that was read at {@code now}, as it is every half hour. */
    static FeedState read(String id, Instant now) {
        return state(id, now, now, new Health(Health.Kind.OK, ""));
    }

    /** A feed that was last read at {@code last} and answers with errors now. */
    static FeedState failing(String id, Instant last, Instant now) {
        return state(id, last, now, new Health(Health.Kind.FAILING, "HTTP 503"));
    }

    private static FeedState state(String id, Instant last, Instant now, Health health) {
        String url = "https://" + id + ".example/feed";
        return new FeedState(
                id,
                new FeedState.Address(url, url, "", null),
                FeedState.Cache.NONE,
                new FeedState.Pace(now.plusSeconds(1800), Duration.ofMinutes(30), 20),
                new FeedState.History(now, last, last, null, 0, null, 0, 0, true),
                health);
    }
}
