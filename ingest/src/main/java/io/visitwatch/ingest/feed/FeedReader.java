package io.visitwatch.ingest.feed;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads feed documents. Stateless and thread-safe; looks nothing up and fetches nothing. */
public final class FeedReader {
    /** Entries read of one document. */
    public static final int MAX_ENTRIES = 5_000;

    /** Decoded bytes read of one document. */
    public static final int MAX_BYTES = 16 << 20;

    private FeedReader() {}

    /** Reads {@code document}: a feed, or the reason why it is none. */
    public static FeedResult read(FeedDocument document) {
        FeedText decoded = FeedText.decode(document.body(), document.contentType());
        if (decoded.tooLarge()) {
            return Refusals.refused(
                    FeedResult.Kind.TOO_LARGE, "the document is larger than " + (MAX_BYTES >> 20) + " MB");
        }
        CharBuffer text = decoded.text();
        int start = 0;
        while (start < text.length() && isPadding(text.charAt(start))) {
            start++;
        }
        if (start == text.length()) {
            return Refusals.refused(FeedResult.Kind.EMPTY, "the document is empty");
        }
        String base = document.base();
        FeedResult result = text.charAt(start) == '{'
                ? JsonFeed.read(text.subSequence(start, text.length()).toString(), base)
                : FeedWalker.read(text, base);
        if (result instanceof FeedResult.Refused refused && refused.kind() != FeedResult.Kind.BROKEN) {
            return new FeedResult.Refused(refused.kind(), refused.cause(), FeedDiscovery.find(text.toString(), base));
        }
        if (decoded.repaired() && result instanceof FeedResult.Read read) {
            List<String> flags = new ArrayList<>(read.flags());
            flags.add("repaired-bytes");
            return new FeedResult.Read(read.head(), read.entries(), flags);
        }
        return result;
    }

    private static boolean isPadding(char c) {
        return c <= ' ' || c == 0xFEFF || Character.isWhitespace(c);
    }
}
