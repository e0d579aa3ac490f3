package io.visitwatch.ingest.extract;

/** Plain text as the rest of the project wants it: no invisible controls, white space collapsed. */
final class PlainText {
    private static final int CHARS = 1 << 16;
    /** Each character in lower case: the look-up is in the innermost loop of many. */
    private static final char[] LOWER = new char[CHARS];
    /** Each letter and digit in lower case, 0 for everything else. */
    private static final char[] LETTERS = new char[CHARS];

    static {
        for (int c = 0; c < CHARS; c++) {
            LOWER[c] = Character.toLowerCase((char) c);
            LETTERS[c] = Character.isLetterOrDigit(c) ? LOWER[c] : 0;
        }
        LOWER['’'] = '\'';
    }

    private PlainText() {}

    /** Characters that change how text looks but not what it says: bidi controls, zero-width blanks, byte order marks, C1 controls. */
    static boolean isInvisible(char c) {
        if (c < 0x61c) {
            return c == 0xad || (c >= 0x80 && c < 0xa0);
        }
        if (c < 0x2000) {
            return c == 0x61c;
        }
        if (c < 0x2070) {
            return c == 0x200b
                    || c == 0x200e
                    || c == 0x200f
                    || (c >= 0x202a && c <= 0x202e)
                    || (c >= 0x2060 && c <= 0x2069);
        }
        return c == 0xfeff || c >= 0xfffe;
    }

    /** {@code text} on one line: invisible characters away, white space runs to one blank. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0xa0 || c == 0x2028 || c == 0x2029 || c == 0x7f) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (c < 0x80 || !isInvisible(c)) {
                out.append(c);
            }
        }
        int end = out.length();
        return out.substring(0, end > 0 && out.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    /** {@code text} letter by letter in lower case, of one length with it, typographic apostrophes as plain ones: what phrases are looked for in. */
    static String lower(String text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = lower(text.charAt(i));
        }
        return new String(out);
    }

    /** {@code c} in lower case, the typographic apostrophe as the plain one. */
    static char lower(char c) {
        return LOWER[c];
    }

    /** Letters and digits only, lower case: equal for texts that differ in marks, quotes, blanks or case. */
    static String letters(String text) {
        int length = text.length();
        char[] out = new char[length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = text.codePointAt(i++);
                if (Character.isLetterOrDigit(point)) {
                    size += Character.toChars(Character.toLowerCase(point), out, size);
                }
            } else if (LETTERS[c] != 0) {
                out[size++] = LETTERS[c];
            }
        }
        return new String(out, 0, size);
    }

    /** The number of letters and digits, those of unspaced scripts counted as often as they say more. */
    static int weight(String text) {
        int weight = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x10000 ? LETTERS[c] != 0 : Character.isLetterOrDigit(c)) {
                weight += Script.weight(c);
            }
        }
        return weight;
    }
}
