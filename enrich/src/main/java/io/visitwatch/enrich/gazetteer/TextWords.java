package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words of a folded text: where each begins and ends, and the hash of its letters.
 *
 * <p>Text of letters below U+0100, as most Latin script folds to, is read 64 letters at a time: a bit says which of them belong to
 * words, and where the bits change a word begins or ends. Other text is read letter by letter; the hashes are the same.
 */
final class TextWords {
    private static final int LETTERS_PER_WORD = 5;
    private static final int PROBED = 64;
    private static final byte[] IN_WORD = inWord();

    /** Where words begin and end, in turn. */
    private int[] edges;

    private int size;
    private final long[] hashes;

    private TextWords(String text) {
        edges = new int[2 * (text.length() / LETTERS_PER_WORD) + PROBED];
        byte[] letters = isLatin(text, Math.min(PROBED, text.length()))
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : new byte[0];
        if (letters.length > 0 && new String(letters, StandardCharsets.ISO_8859_1).equals(text)) {
            findEdges(letters);
            hashes = hashes(Arrays.copyOf(letters, letters.length + TextHash.BLOCK));
        } else {
            findEdges(text);
            hashes = hashes(text);
        }
    }

    /** Reads them. */
    static TextWords of(String text) {
        return new TextWords(text);
    }

    private static byte[] inWord() {
        byte[] table = new byte[256];
        for (char unit = 0; unit < table.length; unit++) {
            table[unit] = (byte) (WordUnits.isWord(unit) ? 1 : 0);
        }
        return table;
    }

    private static boolean isLatin(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) >= IN_WORD.length) {
                return false;
            }
        }
        return true;
    }

    private void findEdges(byte[] letters) {
        long before = 0;
        for (int from = 0; from < letters.length; from += Long.SIZE) {
            int to = Math.min(letters.length, from + Long.SIZE);
            long words = 0;
            for (int i = from; i < to; i++) {
                words |= (long) IN_WORD[letters[i] & 0xFF] << (i - from);
            }
            reserve(Long.SIZE);
            long changes = words ^ (words << 1 | before);
            while (changes != 0) {
                edges[size++] = from + Long.numberOfTrailingZeros(changes);
                changes &= changes - 1;
            }
            before = words >>> (Long.SIZE - 1);
        }
        endAt(letters.length);
    }

    private void findEdges(String text) {
        boolean word = false;
        for (int i = 0; i < text.length(); i++) {
            if (WordUnits.isWord(text.charAt(i)) != word) {
                word = !word;
                reserve(1);
                edges[size++] = i;
            }
        }
        endAt(text.length());
    }

    /** Ends the last word with the text where nothing else ends it. */
    private void endAt(int length) {
        reserve(1);
        if (size % 2 == 1) {
            edges[size++] = length;
        }
    }

    private void reserve(int more) {
        if (size + more > edges.length) {
            edges = Arrays.copyOf(edges, edges.length * 2 + more);
        }
    }

    private long[] hashes(byte[] letters) {
        long[] all = new long[size()];
        for (int word = 0; word < all.length; word++) {
            all[word] = TextHash.word(letters, start(word), end(word));
        }
        return all;
    }

    private long[] hashes(String text) {
        long[] all = new long[size()];
        for (int word = 0; word < all.length; word++) {
            all[word] = TextHash.word(text, start(word), end(word));
        }
        return all;
    }

    int size() {
        return size / 2;
    }

    int start(int word) {
        return edges[2 * word];
    }

    int end(int word) {
        return edges[2 * word + 1];
    }

    long hash(int word) {
        return hashes[word];
    }
}
