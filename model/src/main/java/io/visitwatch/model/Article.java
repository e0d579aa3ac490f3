package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One news article, or one revision of it, as it was read.
 *
 * @param id stable id: same canonical URL (or feed and guid, where no URL is known), same id, on any machine
 * @param revision 0 for the first version seen, then 1, 2, … each time title or text changed
 * @param url canonical address; null when the source has none
 * @param feedId feed it came through; null for replayed pages and pasted text
 * @param outlet who published it
 * @param language BCP 47 code said by the source ({@code ar}, {@code fa}, {@code ckb}, {@code kmr}, …); null when it says none
 * @param title plain text, may be empty
 * @param summary plain text of the feed item, may be empty
 * @param text plain article text, paragraphs separated by a blank line, may be empty
 * @param byline author line; null when unknown
 * @param published publication time; null when not stated or unreadable, never guessed
 * @param dateQuality what {@code published} is worth
 * @param modified time of last change said by the source; null when unknown
 * @param firstSeen when this software first saw the article: orders articles without a date
 * @param extractedBy name of the evidence the text was taken from, for {@code explain} ({@code json-ld}, {@code dom}, {@code feed}, …)
 * @param fingerprint MinHash signature over the text's tokens, empty when the text is too short; equal text, equal signature
 * @param syndicatedFrom agency credited in the text ({@code Reuters}); null when none is
 * @param backfill true for what a feed already held at first import: read and kept, wakes nobody
 * @param flags what the reader should know, sorted ({@code consent-wall}, {@code paywall-stub}, {@code truncated}, …)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Article(
        String id,
        int revision,
        @Nullable String url,
        @Nullable String feedId,
        Outlet outlet,
        @Nullable String language,
        String title,
        String summary,
        String text,
        @Nullable String byline,
        @Nullable Instant published,
        DateQuality dateQuality,
        @Nullable Instant modified,
        Instant firstSeen,
        String extractedBy,
        List<Long> fingerprint,
        @Nullable String syndicatedFrom,
        boolean backfill,
        List<String> flags) {
    public Article {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outlet, "outlet");
        Objects.requireNonNull(firstSeen, "firstSeen");
        title = Objects.requireNonNullElse(title, "");
        summary = Objects.requireNonNullElse(summary, "");
        text = Objects.requireNonNullElse(text, "");
        dateQuality = Objects.requireNonNullElse(dateQuality, DateQuality.MISSING);
        extractedBy = Objects.requireNonNullElse(extractedBy, "");
        fingerprint = fingerprint == null ? List.of() : List.copyOf(fingerprint);
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /**
     * Begins an article of which so far only these are known.
     *
     * @param id see {@link #id()}
     * @param firstSeen see {@link #firstSeen()}
     */
    public static ArticleBuilder named(String id, Instant firstSeen) {
        return new ArticleBuilder(id, firstSeen);
    }

    /** Begins an article that differs from this one in what is said next. */
    public ArticleBuilder change() {
        return new ArticleBuilder(this);
    }

    /** The time that orders this article among others: published, else first seen. */
    public Instant eventTime() {
        return published == null ? firstSeen : published;
    }
}
