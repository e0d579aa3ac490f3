package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.PollOutcome;
import org.jspecify.annotations.Nullable;

/** Told what runs do, to count it. Must not block. */
public interface PollListener {
    /** A feed was asked. */
    void polled(Feed feed, PollOutcome outcome, FeedState after);

    /**
     * A page was asked.
     *
     * @param failure why it was not had; null when it was
     */
    void page(Feed feed, String url, @Nullable Failed failure);
}
