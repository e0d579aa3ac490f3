package io.visitwatch.enrich.gazetteer;

import java.util.Arrays;

/** The words of a folded text: where each begins and ends, and the hash of its letters. */
final class TextWords {
    private static final int LETTERS_PER_WORD = 5;

    private int[] starts;
    private int[] ends;
    private long[] hashes;
    private int size;

    private TextWords(int most) {
        starts = new int[most];
        ends = new int[most];
        hashes = new long[most];
    }

    /** Reads them. */
    static TextWords of(String text) {
        TextWords words = new TextWords(text.length() / LETTERS_PER_WORD + 4);
        words.read(text.toCharArray());
        return words;
    }

    private void read(char[] units) {
        int at = 0;
        while (true) {
            while (at < units.length && !WordUnits.isWord(units[at])) {
                at++;
            }
            if (at == units.length) {
                return;
            }
            int start = at;
            long hash = TextHash.SEED;
            while (at < units.length && WordUnits.isWord(units[at])) {
                hash = TextHash.step(hash, units[at]);
                at++;
            }
            add(start, at, hash);
        }
    }

    private void add(int start, int end, long hash) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size++] = hash;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    long hash(int word) {
        return hashes[word];
    }
}
