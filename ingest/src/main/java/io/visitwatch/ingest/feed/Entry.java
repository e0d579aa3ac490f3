package io.visitwatch.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed, its quirks undone.
 *
 * @param guid the publisher's id as written; null when there is none
 * @param link absolute http(s) address of the article; null when there is none
 * @param title plain text on one line; null when there is none
 * @param published when the publisher says it came out, UTC; null when not stated or unreadable, never guessed
 * @param rawDate the text {@code published} (or else {@code updated}) was read from, or the unreadable text itself; null when none
 * @param updated when the publisher says it last changed, UTC; null when not stated or unreadable
 * @param summary the teaser; null when there is none
 * @param content the full text; null when there is none
 * @param author plain text; null when there is none
 * @param language as stated on the item; null when not stated
 * @param categories plain text, in document order, each once
 * @param enclosures attached media with an http(s) address
 */
public record Entry(
        @Nullable String guid,
        @Nullable String link,
        @Nullable String title,
        @Nullable Instant published,
        @Nullable String rawDate,
        @Nullable Instant updated,
        @Nullable RichText summary,
        @Nullable RichText content,
        @Nullable String author,
        @Nullable String language,
        List<String> categories,
        List<Enclosure> enclosures) {
    public Entry {
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }

    /** {@link #published}, else {@link #updated}, else null. */
    public @Nullable Instant date() {
        return published == null ? updated : published;
    }

    /** The longer text there is: {@link #content}, else {@link #summary}, else null. */
    public @Nullable RichText body() {
        return content == null ? summary : content;
    }

    /**
     * Attached media.
     *
     * @param url absolute http(s) address
     * @param type media type as stated; null when not stated
     * @param length bytes as stated; -1 when not stated or nonsense
     */
    public record Enclosure(String url, @Nullable String type, long length) {}
}
