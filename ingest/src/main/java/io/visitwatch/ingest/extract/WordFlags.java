package io.visitwatch.ingest.extract;

import java.util.Map;

/**
 * Flags of words and of pairs of words, looked up by a 64-bit hash built letter by letter, so that reading the class names of a page
 * creates no strings.
 */
final class WordFlags {
    private static final long START = 0xcbf29ce484222325L;
    private static final long STEP = 0x100000001b3L;

    private final long[] keys;
    private final int[] flags;
    private final int mask;

    private WordFlags(int size) {
        int capacity = Integer.highestOneBit(size * 4) * 2;
        keys = new long[capacity];
        flags = new int[capacity];
        mask = capacity - 1;
    }

    /** A table of {@code words}; a blank joins the two words of a pair. */
    static WordFlags of(Map<String, Integer> words) {
        WordFlags table = new WordFlags(words.size());
        words.forEach((name, flag) -> {
            int blank = name.indexOf(' ');
            long key = blank < 0 ? hash(name) : pair(hash(name.substring(0, blank)), hash(name.substring(blank + 1)));
            int slot = table.slot(key);
            table.keys[slot] = key;
            table.flags[slot] |= flag;
        });
        return table;
    }

    /** The hash of the word {@code word} with one more letter; 0 is the empty word. */
    static long add(long word, char letter) {
        return ((word == 0 ? START : word) ^ letter) * STEP;
    }

    /** The hash of two words in this order. */
    static long pair(long first, long second) {
        return (first * 31 + second) * STEP + 1;
    }

    /** The flags of the word or pair with this hash, 0 when it is not in the table. */
    int get(long key) {
        return flags[slot(key)];
    }

    private static long hash(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = add(hash, word.charAt(i));
        }
        return hash;
    }

    private int slot(long key) {
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
