package io.visitwatch.ingest.feed;

import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Strict UTF-8 straight into characters. The JDK's decoder makes a String first, which for text beyond Latin-1 costs as much as
 * reading the feed.
 */
final class Utf8 {
    private Utf8() {}

    /** The text; null at the first byte that is not UTF-8. */
    static @Nullable CharBuffer decode(byte[] b) {
        char[] out = new char[b.length];
        int n = 0;
        int i = 0;
        while (i < b.length) {
            int c = b[i];
            if (c >= 0) {
                out[n++] = (char) c;
                i++;
                continue;
            }
            int size = size(c & 0xFF);
            if (size == 0 || i + size > b.length) {
                return null;
            }
            int code = c & (0x7F >> size);
            for (int k = 1; k < size; k++) {
                int follow = b[i + k];
                if ((follow & 0xC0) != 0x80) {
                    return null;
                }
                code = (code << 6) | (follow & 0x3F);
            }
            if (size == 4) {
                if (code < 0x10000 || code > 0x10FFFF) {
                    return null;
                }
                out[n++] = Character.highSurrogate(code);
                out[n++] = Character.lowSurrogate(code);
            } else if (size == 3 && (code < 0x800 || (code >= 0xD800 && code <= 0xDFFF))) {
                return null;
            } else {
                out[n++] = (char) code;
            }
            i += size;
        }
        return CharBuffer.wrap(out, 0, n);
    }

    /** Bytes of the sequence {@code lead} starts; 0 when it starts none. */
    static int size(int lead) {
        if (lead >= 0xC2 && lead < 0xE0) {
            return 2;
        }
        return lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    }
}
