package io.visitwatch.ingest.text;

/** Plain text: what is invisible in it, its white space, its letters. */
public final class PlainText {
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
    public static boolean isInvisible(char c) {
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
    public static String line(String text) {
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
    public static String lower(String text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = lower(text.charAt(i));
        }
        return new String(out);
    }

    /** {@code c} in lower case, the typographic apostrophe as the plain one. */
    public static char lower(char c) {
        return LOWER[c];
    }

    /** Letters and digits only, lower case: equal for texts that differ in marks, quotes, blanks or case. */
    public static String letters(String text) {
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
    public static int weight(String text) {
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

    /** White space of any kind folded to single blanks, none at the ends, invisible controls dropped. */
    public static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = out.length() > 0;
            } else if (!isControl(c)) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Lines trimmed and folded, runs of blank lines reduced to one. */
    public static String paragraphs(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (String line : text.split("\\R", -1)) {
            String folded = fold(line);
            if (folded.isEmpty()) {
                blank = out.length() > 0;
                continue;
            }
            if (out.length() > 0) {
                out.append(blank ? "\n\n" : "\n");
            }
            blank = false;
            out.append(folded);
        }
        return out.toString();
    }

    /** Without controls, bidi overrides and isolates, non-characters and lone surrogates; white space is left alone. */
    public static String stripControls(String text) {
        int i = 0;
        while (i < text.length() && !isControl(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            if (!isControl(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** Text made safe as HTML text content. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c > 0x7F && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85));
    }

    /** Controls, bidi overrides and isolates (which can make a headline read backwards), byte order marks, non-characters. */
    public static boolean isControl(char c) {
        if (c < 0x7F) {
            return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B;
        }
        return (c <= 0x9F && c != 0x85)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c >= 0xFFFE;
    }
}
