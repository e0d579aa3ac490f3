package io.visitwatch.ingest.feed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about itself.
 *
 * @param format the family it belongs to
 * @param title plain text; null when it has none
 * @param link absolute address of the web page the feed belongs to, never the feed itself; null when unknown
 * @param self absolute address the feed gives as its own ({@code rel=self}, {@code feed_url}); null when unknown
 * @param description sanitised HTML on demand; null when it has none
 * @param language as stated, BCP 47 if the publisher kept to it; null when not stated
 * @param hubs WebSub hubs ({@code rel=hub}), absolute
 * @param pacing what the publisher says about how often to come
 * @param paging RFC 5005 neighbours
 */
public record FeedHead(
        FeedFormat format,
        @Nullable String title,
        @Nullable String link,
        @Nullable String self,
        @Nullable RichText description,
        @Nullable String language,
        List<String> hubs,
        FeedPacing pacing,
        FeedPaging paging) {
    public FeedHead {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(pacing, "pacing");
        Objects.requireNonNull(paging, "paging");
        hubs = List.copyOf(hubs);
    }
}
