package io.visitwatch.ingest.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fetched page, as it came off the wire after decoding of the transfer.
 *
 * @param body bytes of the page; not copied, must not be changed afterwards
 * @param headerCharset charset label of the Content-Type header; null when it names none
 * @param url address the bytes came from, after redirects; null when unknown
 * @param charsetOverride charset to use whatever the page says (a saved and re-encoded page); null to detect
 * @param entry what the feed said about the page; null when it was not found through a feed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying every page would cost more than it protects
public record PageInput(
        byte[] body,
        @Nullable String headerCharset,
        @Nullable String url,
        @Nullable String charsetOverride,
        @Nullable EntryHints entry) {
    public PageInput {
        Objects.requireNonNull(body, "body");
    }

    /** A page of which nothing is known but its bytes and its address. */
    public static PageInput of(byte[] body, @Nullable String url) {
        return new PageInput(body, null, url, null, null);
    }
}
