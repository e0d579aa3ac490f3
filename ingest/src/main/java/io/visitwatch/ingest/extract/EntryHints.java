package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.RichText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the feed said about an article: a witness beside the page, and the whole article when no page was fetched.
 *
 * @param guid the feed's own id of the entry; null when it has none
 * @param link address of the article; null when the entry has none
 * @param title plain text or HTML, may be empty
 * @param summary plain text or HTML, may be empty
 * @param content full content as HTML or plain text, may be empty
 * @param author author line; null when not stated
 * @param published time of publication stated by the entry, UTC; null when not stated or unreadable
 * @param updated time of the last change stated by the entry, UTC; null when not stated
 * @param language BCP 47 code of the entry or its feed; null when not stated
 */
public record EntryHints(
        @Nullable String guid,
        @Nullable String link,
        String title,
        String summary,
        String content,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String language) {
    /** What a feed's entry says. */
    public static EntryHints of(Entry entry) {
        return of(entry, true, null);
    }

    /**
     * What a feed's entry says.
     *
     * @param ownLink whether the link is the entry's own, rather than one that many entries share
     * @param feedLanguage language of the feed, for entries that state none; null when it states none either
     */
    public static EntryHints of(Entry entry, boolean ownLink, @Nullable String feedLanguage) {
        return new EntryHints(
                entry.guid(),
                ownLink ? entry.link() : null,
                Objects.requireNonNullElse(entry.title(), ""),
                html(entry.summary()),
                html(entry.content()),
                entry.author(),
                entry.published(),
                entry.updated(),
                entry.language() == null ? feedLanguage : entry.language());
    }

    private static String html(@Nullable RichText text) {
        return text == null ? "" : text.html();
    }
}
