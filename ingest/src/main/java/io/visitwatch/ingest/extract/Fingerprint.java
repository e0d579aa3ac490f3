package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.Script;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * MinHash signature of a text: one permutation, {@value #BINS} bins, over runs of {@value #SHINGLE} folded tokens. The share of equal
 * bins of two signatures estimates the share of runs the texts have in common, so copies of one wire text, cut or lightly edited,
 * stay near 1 and different reports of one event stay near 0. Letters of scripts written without blanks count as tokens of their own.
 */
public final class Fingerprint {
    /** Values in a signature. */
    public static final int BINS = 64;

    /** Tokens in a run. */
    static final int SHINGLE = 4;

    /** Fewer tokens than this give no signature: two short texts agree by chance. */
    static final int MIN_TOKENS = 12;

    private Fingerprint() {}

    /** The signature of {@code text}: {@value #BINS} values, or none when the text is too short to be told from others. */
    public static List<Long> of(String text) {
        long[] tokens = tokenHashes(text);
        if (tokens.length < MIN_TOKENS) {
            return List.of();
        }
        long[] bins = new long[BINS];
        Arrays.fill(bins, Long.MAX_VALUE);
        for (int i = 0; i + SHINGLE <= tokens.length; i++) {
            long hash = 0;
            for (int k = 0; k < SHINGLE; k++) {
                hash = mix(hash * 31 + tokens[i + k]);
            }
            int bin = (int) (hash >>> 58);
            bins[bin] = Math.min(bins[bin], hash & 0xffff_ffffL);
        }
        return densify(bins);
    }

    /**
     * Estimated share of token runs two texts have in common.
     *
     * @return 0..1; 0 when one of the signatures is empty
     */
    public static double similarity(List<Long> a, List<Long> b) {
        if (a.isEmpty() || a.size() != b.size()) {
            return 0;
        }
        int equal = 0;
        for (int i = 0; i < a.size(); i++) {
            equal += a.get(i).equals(b.get(i)) ? 1 : 0;
        }
        return (double) equal / a.size();
    }

    /** Empty bins borrow from the next filled one, marked with the distance, so that borrowed values agree only when both borrow. */
    private static List<Long> densify(long[] bins) {
        List<Long> out = new ArrayList<>(BINS);
        for (int i = 0; i < BINS; i++) {
            int step = 0;
            while (bins[(i + step) % BINS] == Long.MAX_VALUE) {
                step++;
            }
            out.add(bins[(i + step) % BINS] + ((long) step << 32));
        }
        return out;
    }

    private static long[] tokenHashes(String text) {
        String folded = fold(text);
        long[] out = new long[64];
        int count = 0;
        long token = 0;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            boolean letter = Character.isLetterOrDigit(c);
            boolean alone = letter && Script.isUnspaced(c);
            if ((!letter || alone) && token != 0) {
                out = put(out, count++, token);
                token = 0;
            }
            if (alone) {
                out = put(out, count++, mix(c));
            } else if (letter) {
                token = mix(token * 31 + c);
            }
        }
        if (token != 0) {
            out = put(out, count++, token);
        }
        return Arrays.copyOf(out, count);
    }

    private static long[] put(long[] to, int at, long value) {
        long[] out = at < to.length ? to : Arrays.copyOf(to, to.length * 2);
        out[at] = value;
        return out;
    }

    /** Compatibility forms, case and marks away, so that pointed, tatweel or full-width copies of a text agree. */
    private static String fold(String text) {
        int ascii = 0;
        while (ascii < text.length() && text.charAt(ascii) < 0x80) {
            ascii++;
        }
        if (ascii == text.length()) {
            return text.toLowerCase(Locale.ROOT);
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (counts(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean counts(int c) {
        int type = Character.getType(c);
        return type != Character.NON_SPACING_MARK && type != Character.FORMAT && c != 0x640;
    }

    private static long mix(long value) {
        long h = value + 0x9e3779b97f4a7c15L;
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }
}
