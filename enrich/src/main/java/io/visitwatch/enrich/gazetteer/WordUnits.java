package io.visitwatch.enrich.gazetteer;

/** Which UTF-16 units of folded text belong to words: letters, digits and marks; everything else separates. */
final class WordUnits {
    private static final long[] WORD = table();

    private WordUnits() {}

    private static long[] table() {
        long[] bits = new long[(Character.MAX_VALUE + 1) >> 6];
        for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
            boolean word = Character.isLetterOrDigit(unit)
                    || Character.getType(unit) == Character.NON_SPACING_MARK
                    || Character.getType(unit) == Character.COMBINING_SPACING_MARK;
            if (word) {
                bits[unit >>> 6] |= 1L << unit;
            }
        }
        return bits;
    }

    /** Whether the unit belongs to a word. */
    static boolean isWord(char unit) {
        return (WORD[unit >>> 6] & (1L << unit)) != 0;
    }

    /** First offset at or after {@code from} where a word begins, or the length. */
    static int nextWord(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && !isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** First offset at or after {@code from} that is not part of a word. */
    static int endOfWord(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * Whether two words with {@code [from, to)} of {@code text} between them may be parts of one name.
     *
     * @param wordBefore length of the word before the gap: a full stop ends a sentence after a long word, not after "Gen."
     */
    static boolean joins(CharSequence text, int from, int to, int wordBefore) {
        if (to - from == 1 && text.charAt(from) == ' ') {
            return true;
        }
        if (to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char unit = text.charAt(i);
            boolean joining = unit == ' ' || unit == '-' || unit == '\'' || (unit == '.' && wordBefore <= 4);
            if (!joining) {
                return false;
            }
        }
        return true;
    }
}
