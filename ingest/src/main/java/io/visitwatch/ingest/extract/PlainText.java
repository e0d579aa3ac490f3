package io.visitwatch.ingest.extract;

/** Plain text as the rest of the project wants it: no invisible controls, white space collapsed. */
final class PlainText {
    private PlainText() {}

    /** Characters that change how text looks but not what it says: bidi controls, zero-width blanks, byte order marks, C1 controls. */
    static boolean isInvisible(char c) {
        return c == 0xad
                || (c >= 0x80 && c < 0xa0)
                || c == 0x61c
                || c == 0x200b
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x2069)
                || c == 0xfeff
                || c == 0xfffe
                || c == 0xffff;
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
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '’' ? '\'' : Character.toLowerCase(c);
    }

    /** Letters and digits only, lower case: equal for texts that differ in marks, quotes, blanks or case. */
    static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') : Character.isLetterOrDigit(c)) {
                out.appendCodePoint(Character.toLowerCase(c));
            } else if (c >= 'A' && c <= 'Z') {
                out.append((char) (c + 32));
            }
        }
        return out.toString();
    }
}
