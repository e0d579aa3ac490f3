package io.visitwatch.ingest.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came over the wire, or out of a file, before anybody looked at it.
 *
 * @param body the bytes, transfer coding already undone; gzip inside is noticed by its magic number
 * @param contentType the {@code Content-Type} header as sent; null when there was none
 * @param url the address the body was read from, after redirects: relative links start here
 * @param headers response headers by lower-case name; {@code content-location} moves the base of relative links
 */
@SuppressWarnings("ArrayRecordComponent") // bodies reach 16 MB: they are handed on, not copied or compared
public record FeedDocument(byte[] body, @Nullable String contentType, String url, Map<String, String> headers) {
    /** Lower-cases the header names. */
    public FeedDocument {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(url, "url");
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** A body with an address and nothing else known. */
    public static FeedDocument of(byte[] body, String url) {
        return new FeedDocument(body, null, url, Map.of());
    }

    /** Where relative links start when the document itself says nothing: {@code Content-Location}, else the URL. */
    String base() {
        String location = headers.get("content-location");
        if (location == null || location.isBlank()) {
            return url;
        }
        String resolved = FeedLinks.resolve(url, location);
        return resolved == null ? url : resolved;
    }
}
