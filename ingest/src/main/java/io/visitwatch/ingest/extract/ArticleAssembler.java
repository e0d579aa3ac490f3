package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import io.visitwatch.model.Article;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins what the feed said and what the page said into one article. Pure: the time of first sight is handed in. */
public final class ArticleAssembler {
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
        ExtractedPage read = page == null || isElsewhere(page) ? null : page;
        String url = url(entry, page);
        String title = title(entry, read);
        String content = entry == null ? "" : HtmlText.paragraphs(entry.content());
        String text = read == null || read.text().isEmpty() ? content : read.text();
        String evidence = text.isEmpty() ? "none" : read == null || read.text().isEmpty() ? "feed" : read.extractedBy();
        String byline = read != null && read.byline() != null ? read.byline() : entry == null ? null : entry.author();
        ArticleDates dates = ArticleDates.of(entry, read, source.zone(), firstSeen);
        return new Article(
                id(url, source.feedId(), entry == null ? null : entry.guid(), title),
                revision,
                url,
                source.feedId(),
                source.outlet(),
                language(source, entry, read),
                title,
                entry == null ? "" : HtmlText.paragraphs(entry.summary()),
                text,
                byline,
                dates.published(),
                dates.quality(),
                dates.modified(),
                firstSeen,
                evidence,
                Fingerprint.of(text),
                Syndication.of(text, byline, source.outlet().name()),
                backfill,
                page == null ? List.of() : page.flags());
    }

    /** True when the page came instead of the article, so nothing on it is about the article. */
    private static boolean isElsewhere(ExtractedPage page) {
        return page.flags().contains(ExtractedPage.BLOCK_PAGE) || page.flags().contains(ExtractedPage.CONSENT_WALL);
    }

    private static @Nullable String url(@Nullable EntryHints entry, @Nullable ExtractedPage page) {
        if (page != null && !isElsewhere(page) && page.canonicalUrl() != null) {
            return page.canonicalUrl();
        }
        String link = entry == null ? null : CanonicalUrl.of(entry.link(), null);
        return link == null && page != null ? page.canonicalUrl() : link;
    }

    private static String title(@Nullable EntryHints entry, @Nullable ExtractedPage page) {
        if (page != null && !page.title().isEmpty()) {
            return page.title();
        }
        return entry == null ? "" : PlainText.line(HtmlText.paragraphs(entry.title()));
    }

    private static @Nullable String language(
            Publication source, @Nullable EntryHints entry, @Nullable ExtractedPage page) {
        if (page != null && page.language() != null) {
            return page.language();
        }
        String stated = entry == null ? null : PageLanguage.tag(entry.language());
        return stated == null ? source.language() : stated;
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
