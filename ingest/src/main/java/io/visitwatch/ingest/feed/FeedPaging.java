package io.visitwatch.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * RFC 5005: where the rest of a feed is.
 *
 * @param next following page ({@code rel=next}, JSON Feed {@code next_url}), absolute; null when none
 * @param prevArchive older archive document ({@code rel=prev-archive}), absolute; null when none
 * @param current the live document an archive belongs to ({@code rel=current}), absolute; null when none
 * @param complete {@code fh:complete}: the document holds everything, so what is absent is gone
 * @param archive {@code fh:archive}: the document will not change any more
 */
public record FeedPaging(
        @Nullable String next,
        @Nullable String prevArchive,
        @Nullable String current,
        boolean complete,
        boolean archive) {
    /** A feed that stands alone. */
    public static final FeedPaging NONE = new FeedPaging(null, null, null, false, false);
}
