package io.visitwatch.enrich.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each sequence of three letters says for each language of a script. The busiest table of language detection: sequences are
 * numbers of 48 bits in an open table, so that looking one up makes no object.
 */
final class SequenceWeights {
    private static final long THREE_UNITS = 0xFFFF_FFFF_FFFFL;
    private static final char EDGE = '_';

    private final long[] keys;
    private final double[] @Nullable [] weights;
    private final int mask;

    /** The weights by sequence of three units, one weight for each language. */
    SequenceWeights(Map<String, double[]> bySequence) {
        int size = Integer.highestOneBit(Math.max(2, bySequence.size()) * 4);
        keys = new long[size];
        weights = new double[size][];
        mask = size - 1;
        bySequence.forEach((sequence, values) -> {
            long key = next(next(next(0, sequence.charAt(0)), sequence.charAt(1)), sequence.charAt(2));
            int at = slot(key);
            while (weights[at] != null) {
                at = (at + 1) & mask;
            }
            keys[at] = key;
            weights[at] = values;
        });
    }

    /** Adds to {@code scores} what the sequences of a folded word say, its edges included. */
    void score(String word, double[] scores) {
        if (word.isEmpty()) {
            return;
        }
        long key = next(EDGE, word.charAt(0));
        for (int i = 1; i <= word.length(); i++) {
            key = next(key, i == word.length() ? EDGE : word.charAt(i));
            add(key, scores);
        }
    }

    private void add(long key, double[] scores) {
        for (int at = slot(key); ; at = (at + 1) & mask) {
            double[] found = weights[at];
            if (found == null) {
                return;
            }
            if (keys[at] == key) {
                for (int i = 0; i < scores.length; i++) {
                    scores[i] += found[i];
                }
                return;
            }
        }
    }

    private static long next(long key, char unit) {
        return ((key << Character.SIZE) | unit) & THREE_UNITS;
    }

    private int slot(long key) {
        long mixed = key * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
