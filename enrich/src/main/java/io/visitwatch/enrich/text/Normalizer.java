package io.visitwatch.enrich.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds text to the one form that everything is matched in, whatever the language, script, keyboard or crawler.
 *
 * <p>Lower case without accents for Latin, Cyrillic and Greek; one letter per family for the Arabic script (Arabic, Persian,
 * Urdu and Kurdish keyboards type the same word with different code points); presentation forms and ligatures undone; ASCII
 * digits, quotes and dashes; runs of white space to one space; invisible and direction characters dropped, with the mark of a
 * Hebrew acronym. {@link FoldTable}
 * holds the letters. Folding twice changes nothing. A lone surrogate becomes U+FFFD.
 *
 * <p>Kurdish ە becomes ه: older Sorani pages write it as ه with a zero-width non-joiner, which Persian uses for other
 * things, so only the common form matches both.
 */
public final class Normalizer {
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';
    private static final char LONE_SURROGATE = '\uFFFD';
    private static final char HAMZA_ABOVE = '\u0654';
    private static final char YEH = '\u064A';
    private static final char YEH_WITH_HAMZA = '\u0626';

    private Normalizer() {}

    /** The folded form of {@code text}, with the way back. One pass; offset arrays only when lengths differ. */
    public static FoldedText fold(String text) {
        return new Pass(text).run();
    }

    /** The folded form alone. */
    public static String foldToString(String text) {
        return fold(text).folded();
    }

    /**
     * Every folded form a phrase of a lexicon is looked up under.
     *
     * <p>Text writes a Persian compound with a zero-width non-joiner, with a space, or with nothing. The first two fold to
     * different forms, so a phrase written with a non-joiner has two; every other phrase has one. Surrounding space is cut.
     */
    public static List<String> lookupForms(String phrase) {
        String joined = foldToString(phrase).strip();
        if (phrase.indexOf(ZERO_WIDTH_NON_JOINER) < 0) {
            return List.of(joined);
        }
        String spaced = foldToString(phrase.replace(ZERO_WIDTH_NON_JOINER, ' ')).strip();
        return spaced.equals(joined) ? List.of(joined) : List.of(joined, spaced);
    }

    /** One walk over one text. */
    private static final class Pass {
        private final String text;
        private final int length;
        private char[] out;
        private int size;
        private int @Nullable [] starts;
        private int @Nullable [] ends;

        Pass(String text) {
            this.text = text;
            this.length = text.length();
            this.out = new char[length];
        }

        FoldedText run() {
            int at = 0;
            while (at < length) {
                at = starts == null && size == at ? inPlace(at) : aside(at);
                at = at < length ? one(at) : at;
            }
            return finish();
        }

        /** Folds from {@code from} for as long as each unit gives one in its own place; where that ends. */
        private int inPlace(int from) {
            char before = size == 0 ? 0 : out[size - 1];
            int at = from;
            while (at < length) {
                char folded = FoldTable.single(text.charAt(at));
                if (!isPlain(folded, before)) {
                    break;
                }
                out[at] = folded;
                before = folded;
                at++;
            }
            size = at;
            return at;
        }

        /** As {@link #inPlace}, once the places differ. */
        private int aside(int from) {
            trackOffsets();
            int[] begin = starts;
            int[] end = ends;
            if (begin == null || end == null) {
                return from;
            }
            char before = size == 0 ? 0 : out[size - 1];
            int at = from;
            while (at < length && size < out.length) {
                char folded = FoldTable.single(text.charAt(at));
                if (!isPlain(folded, before)) {
                    break;
                }
                out[size] = folded;
                begin[size] = at;
                at++;
                end[size] = at;
                size++;
                before = folded;
            }
            return at;
        }

        /** Whether a unit folded to one of its own; a surrogate's is U+FFFD, just below the sign for several. */
        private static boolean isPlain(char folded, char before) {
            return folded != FoldTable.DROPPED
                    && folded < LONE_SURROGATE
                    && !(folded == ' ' && before == ' ')
                    && !(folded == '"' && isHebrew(before));
        }

        /** Whether a quotation mark stands before the last letter of a Hebrew word, where it marks an acronym ({@code ארה"ב}). */
        private boolean marksAcronym(int at) {
            return at > 0
                    && at + 1 < length
                    && isHebrew(text.charAt(at - 1))
                    && isHebrew(text.charAt(at + 1))
                    && (at + 2 == length || !isHebrew(text.charAt(at + 2)));
        }

        private static boolean isHebrew(char letter) {
            return letter >= '\u05D0' && letter <= '\u05EA';
        }

        /** Folds what begins at {@code at}, whatever it is; where the next begins. */
        private int one(int at) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < length && Character.isLowSurrogate(text.charAt(at + 1))) {
                emit(FoldTable.supplementary(text.codePointAt(at)), at, at + 2);
                return at + 2;
            }
            char folded = FoldTable.single(c);
            if (folded == FoldTable.SEVERAL) {
                emit(FoldTable.several(c), at, at + 1);
            } else if (folded == '"' && marksAcronym(at)) {
                return at + 1;
            } else if (folded != FoldTable.DROPPED) {
                put(folded, at, at + 1);
            } else if (c == HAMZA_ABOVE) {
                composeHamza(at);
            }
            return at + 1;
        }

        private FoldedText finish() {
            if (starts == null && size == length) {
                String folded = new String(out, 0, size);
                return new FoldedText(text, folded.equals(text) ? text : folded, null, null);
            }
            trackOffsets();
            return new FoldedText(
                    text,
                    new String(out, 0, size),
                    starts == null ? null : Arrays.copyOf(starts, size),
                    ends == null ? null : Arrays.copyOf(ends, size));
        }

        private void emit(String folded, int start, int end) {
            for (int i = 0; i < folded.length(); i++) {
                put(folded.charAt(i), start, end);
            }
        }

        private void put(char folded, int start, int end) {
            if (folded == ' ' && size > 0 && out[size - 1] == ' ') {
                return;
            }
            if (starts == null && (start != size || end != size + 1)) {
                trackOffsets();
            }
            if (size == out.length) {
                grow();
            }
            out[size] = folded;
            if (starts != null && ends != null) {
                starts[size] = start;
                ends[size] = end;
            }
            size++;
        }

        /** A yeh followed by a separate hamza is the letter that writes both at once. */
        private void composeHamza(int at) {
            if (size > 0 && out[size - 1] == YEH) {
                trackOffsets();
                out[size - 1] = YEH_WITH_HAMZA;
                if (ends != null) {
                    ends[size - 1] = at + 1;
                }
            }
        }

        private void trackOffsets() {
            if (starts != null) {
                return;
            }
            starts = new int[out.length];
            ends = new int[out.length];
            for (int i = 0; i < size; i++) {
                starts[i] = i;
                ends[i] = i + 1;
            }
        }

        private void grow() {
            int capacity = out.length + (out.length >> 1) + 32;
            out = Arrays.copyOf(out, capacity);
            if (starts != null && ends != null) {
                starts = Arrays.copyOf(starts, capacity);
                ends = Arrays.copyOf(ends, capacity);
            }
        }
    }
}
