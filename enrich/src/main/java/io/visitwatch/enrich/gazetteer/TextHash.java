package io.visitwatch.enrich.gazetteer;

/**
 * Hashes of words, and of words in a row from those of the words: no letter is hashed twice, however many forms begin before it.
 */
final class TextHash {
    /** Hash of no letter. */
    static final long SEED = 0xcbf29ce484222325L;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xD6E8FEB86659FD93L;

    private TextHash() {}

    /** The hash of letters that are one more. */
    static long step(long hash, char unit) {
        return Long.rotateLeft(hash, 9) + unit * SPREAD;
    }

    /** The hash of the letters of a word. */
    static long word(CharSequence text, int start, int end) {
        return word(SEED, text, start, end);
    }

    /** The hash of a word that begins with the letters hashed so far. */
    static long word(long before, CharSequence text, int start, int end) {
        long hash = before;
        for (int i = start; i < end; i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    /** The hash of a row of one word. */
    static long first(long word) {
        return then(0, word);
    }

    /** The hash of a row that goes on with a word. */
    static long then(long row, long word) {
        long mixed = (Long.rotateLeft(row, 27) ^ word ^ (word >>> 32)) * MIX;
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
