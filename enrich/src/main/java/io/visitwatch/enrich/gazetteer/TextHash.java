package io.visitwatch.enrich.gazetteer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Hashes of words, eight letters at a time, and of words in a row from those of the words: no letter is hashed twice, however many
 * forms begin before it.
 */
final class TextHash {
    /** Letters that are hashed at once; so many bytes must follow a text given as bytes. */
    static final int BLOCK = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xD6E8FEB86659FD93L;

    private TextHash() {}

    /** The hash of the letters of a word. */
    static long word(CharSequence text, int start, int end) {
        return word("", text, start, end);
    }

    /** The hash of a word made of a lead and letters of a text. */
    static long word(String lead, CharSequence text, int start, int end) {
        long hash = 0;
        long block = 0;
        int length = lead.length() + end - start;
        for (int i = 0; i < length; i++) {
            char unit = i < lead.length() ? lead.charAt(i) : text.charAt(start + i - lead.length());
            block += (long) unit << (i % BLOCK * Byte.SIZE);
            if (i % BLOCK == BLOCK - 1 || i == length - 1) {
                hash = add(hash, block);
                block = 0;
            }
        }
        return hash;
    }

    /** As {@link #word(CharSequence, int, int)}, for letters below U+0100 given as a byte each. */
    static long word(byte[] text, int start, int end) {
        long hash = 0;
        int at = start;
        while (end - at > BLOCK) {
            hash = add(hash, (long) LONGS.get(text, at));
            at += BLOCK;
        }
        return add(hash, (long) LONGS.get(text, at) & (-1L >>> (Byte.SIZE * (BLOCK - end + at))));
    }

    private static long add(long hash, long block) {
        long mixed = (hash ^ block) * SPREAD;
        return mixed ^ (mixed >>> 32);
    }

    /** The hash of a row of one word. */
    static long first(long word) {
        return then(0, word);
    }

    /** The hash of a row that goes on with a word. */
    static long then(long row, long word) {
        long mixed = (Long.rotateLeft(row, 27) ^ word) * MIX;
        return mixed ^ (mixed >>> 32);
    }

    /** The hash of a row of words with single spaces between them. */
    static long row(String words) {
        long hash = 0;
        int at = 0;
        while (at <= words.length()) {
            int end = WordUnits.endOfWord(words, at);
            hash = then(hash, word(words, at, end));
            at = end + 1;
        }
        return hash;
    }
}
