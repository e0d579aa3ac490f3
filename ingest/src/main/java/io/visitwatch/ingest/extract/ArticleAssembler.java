package io.visitwatch.ingest.extract;

import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins what the feed said and what the page said into one article. Pure: the time of first sight is handed in. */
public final class ArticleAssembler {
    /** Earliest time of publication believed. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** How far ahead of the first sight a stated time may lie: clocks of outlets differ. */
    public static final Duration AHEAD = Duration.ofHours(1);

    private ArticleAssembler() {}

    /**
     * The article made of a feed entry, a page, or both.
     *
     * @param source feed and outlet
     * @param entry what the feed said; null when there was no feed
     * @param page what the page said; null when it was not fetched or gave nothing
     * @param firstSeen when the entry or page was first seen, UTC
     * @param revision 0 for the first version, counted by the caller
     * @param backfill true when the feed already held it at its first import
     * @throws IllegalArgumentException when both entry and page are null
     */
    public static Article assemble(
            Publication source,
            @Nullable EntryHints entry,
            @Nullable ExtractedPage page,
            Instant firstSeen,
            int revision,
            boolean backfill) {
        if (entry == null && page == null) {
            throw new IllegalArgumentException("neither entry nor page: nothing to assemble an article from");
        }
        String url = page != null && page.canonicalUrl() != null
                ? page.canonicalUrl()
                : entry == null ? null : CanonicalUrl.of(entry.link(), null);
        String title = page == null ? Objects.requireNonNull(entry).title() : page.title();
        String text = page == null ? Objects.requireNonNull(entry).content() : page.text();
        return new Article(
                id(url, source.feedId(), entry == null ? null : entry.guid(), title),
                revision,
                url,
                source.feedId(),
                source.outlet(),
                source.language(),
                title,
                entry == null ? "" : entry.summary(),
                text,
                page == null ? null : page.byline(),
                null,
                DateQuality.MISSING,
                null,
                firstSeen,
                page == null ? "feed" : page.extractedBy(),
                Fingerprint.of(text),
                null,
                backfill,
                List.of());
    }

    /**
     * The stable id of an article: of its canonical address, else of feed and guid, else of feed and title.
     *
     * @return 32 hexadecimal digits
     */
    public static String id(
            @Nullable String canonicalUrl, @Nullable String feedId, @Nullable String guid, String title) {
        if (canonicalUrl != null) {
            // http and https, www and bare are one article
            String bare = canonicalUrl.substring(canonicalUrl.indexOf("://") + 3);
            return hash("url:" + (bare.startsWith("www.") ? bare.substring(4) : bare));
        }
        return guid != null && !guid.isBlank()
                ? hash("guid:" + feedId + "\n" + guid)
                : hash("title:" + feedId + "\n" + title);
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
