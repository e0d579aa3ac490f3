package io.visitwatch.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article field by field, from nothing or from another one. What is not said is unknown, and an outlet that is not said
 * has no name; a publication time that is said is exact unless its quality is said too. Not thread-safe.
 */
public final class ArticleBuilder {
    private static final Outlet UNKNOWN = new Outlet("", null, SourceClass.OTHER);

    private String id;
    private int revision;
    private @Nullable String url;
    private @Nullable String feedId;
    private Outlet outlet = UNKNOWN;
    private @Nullable String language;
    private String title = "";
    private String summary = "";
    private String text = "";
    private @Nullable String byline;
    private @Nullable Instant published;
    private DateQuality dateQuality = DateQuality.MISSING;
    private @Nullable Instant modified;
    private Instant firstSeen;
    private String extractedBy = "";
    private List<Long> fingerprint = List.of();
    private @Nullable String syndicatedFrom;
    private boolean backfill;
    private List<String> flags = List.of();

    ArticleBuilder(String id, Instant firstSeen) {
        this.id = id;
        this.firstSeen = firstSeen;
    }

    ArticleBuilder(Article a) {
        this(a.id(), a.firstSeen());
        from(a.url(), a.feedId(), a.outlet()).says(a.title(), a.summary(), a.text());
        language(a.language()).byline(a.byline()).published(a.published(), a.dateQuality());
        revision(a.revision()).modified(a.modified()).extractedBy(a.extractedBy());
        fingerprint(a.fingerprint()).flags(a.flags());
        this.syndicatedFrom = a.syndicatedFrom();
        this.backfill = a.backfill();
    }

    /** Another id. */
    public ArticleBuilder id(String value) {
        this.id = value;
        return this;
    }

    /** See {@link Article#revision()}. */
    public ArticleBuilder revision(int value) {
        this.revision = value;
        return this;
    }

    /** Where it was found: its address, the feed it came through, who published it. */
    public ArticleBuilder from(@Nullable String address, @Nullable String feed, Outlet publisher) {
        this.url = address;
        this.feedId = feed;
        this.outlet = publisher;
        return this;
    }

    /** See {@link Article#language()}. */
    public ArticleBuilder language(@Nullable String value) {
        this.language = value;
        return this;
    }

    /** Its words: title, text of the feed item, text. */
    public ArticleBuilder says(String headline, String inShort, String whole) {
        this.title = headline;
        this.summary = inShort;
        this.text = whole;
        return this;
    }

    /** See {@link Article#byline()}. */
    public ArticleBuilder byline(@Nullable String value) {
        this.byline = value;
        return this;
    }

    /** Published at an exact time, or without one. */
    public ArticleBuilder published(@Nullable Instant value) {
        return published(value, value == null ? DateQuality.MISSING : DateQuality.EXACT);
    }

    /** Published at a time of some quality. */
    public ArticleBuilder published(@Nullable Instant value, DateQuality quality) {
        this.published = value;
        this.dateQuality = quality;
        return this;
    }

    /** See {@link Article#modified()}. */
    public ArticleBuilder modified(@Nullable Instant value) {
        this.modified = value;
        return this;
    }

    /** See {@link Article#firstSeen()}. */
    public ArticleBuilder firstSeen(Instant value) {
        this.firstSeen = value;
        return this;
    }

    /** See {@link Article#extractedBy()}. */
    public ArticleBuilder extractedBy(String value) {
        this.extractedBy = value;
        return this;
    }

    /** See {@link Article#fingerprint()}. */
    public ArticleBuilder fingerprint(List<Long> value) {
        this.fingerprint = value;
        return this;
    }

    /** See {@link Article#backfill()}. */
    public ArticleBuilder backfill(boolean value) {
        this.backfill = value;
        return this;
    }

    /** See {@link Article#flags()}. */
    public ArticleBuilder flags(List<String> value) {
        this.flags = value;
        return this;
    }

    /** The article. */
    public Article build() {
        return new Article(
                id,
                revision,
                url,
                feedId,
                outlet,
                language,
                title,
                summary,
                text,
                byline,
                published,
                dateQuality,
                modified,
                firstSeen,
                extractedBy,
                fingerprint,
                syndicatedFrom,
                backfill,
                flags);
    }
}
