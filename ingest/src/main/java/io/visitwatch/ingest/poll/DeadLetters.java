package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.model.DeadLetter;
import org.jspecify.annotations.Nullable;

/** Writes dead letters of this part. */
public final class DeadLetters {
    private DeadLetters() {}

    static DeadLetter of(Feed feed, String cause, String source, byte @Nullable [] value) {
        return of(feed.id(), cause, source, value);
    }

    /** A dead letter of ingest; a long value is cut to 64 KiB, its digest is of the whole. */
    public static DeadLetter of(String key, String cause, String source, byte @Nullable [] value) {
        return DeadLetter.of("ingest", cause, source, key, value);
    }
}
