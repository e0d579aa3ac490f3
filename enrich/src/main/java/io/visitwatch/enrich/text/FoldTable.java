package io.visitwatch.enrich.text;

import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What each character folds to. A table over the basic plane, computed once from Unicode's own data plus the letter families
 * below; rarer characters beyond it are computed when met.
 */
final class FoldTable {
    /** In {@link #single}: nothing is left of the character. */
    static final char DROPPED = '\0';
    /** In {@link #single}: more than one character, see {@link #several}. */
    static final char SEVERAL = '\uFFFF';

    /** Pairs of a folded form and the characters that fold to it; everything Unicode's compatibility forms do not know. */
    private static final String[][] FAMILIES = {
        // Arabic script
        {"\u064A", "\u0649\u06CC\u06CD\u06CE\u06D0\u06D1\u0678\u063D\u063E\u063F"},
        {"\u0643", "\u06A9\u06AA\u06AB\u063B\u063C"},
        {"\u0627", "\u0622\u0623\u0625\u0671\u0672\u0673\u0675"},
        {"\u0647", "\u0629\u06C0\u06C1\u06C2\u06C3\u06BE\u06D5\u06FF"},
        {"\u0648", "\u0624\u06C6\u06C7\u06C8\u06CA\u0676\u0677"},
        {"\u0631", "\u0695\u0692"},
        {"\u0644", "\u06B5\u06B6"},
        {"\u06D2", "\u06D3"},
        {",", "\u060C\u066C"},
        {";", "\u061B"},
        {"?", "\u061F"},
        {".", "\u06D4\u066B"},
        {"%", "\u066A"},
        // Latin, Cyrillic, Greek
        {"i", "\u0131"},
        {"e", "\u0259\u018F\u01DD\u025B"},
        {"o", "\u00F8\u00D8\u0254"},
        {"l", "\u0142\u0141"},
        {"d", "\u0111\u0110\u00F0\u00D0"},
        {"h", "\u0127\u0126"},
        {"n", "\u014B\u014A"},
        {"t", "\u0167\u0166"},
        {"ss", "\u00DF\u1E9E"},
        {"ae", "\u00E6\u00C6"},
        {"oe", "\u0153\u0152"},
        {"th", "\u00FE\u00DE"},
        {"\u03C3", "\u03C2"},
        // punctuation
        {
            "'",
            "`\u00B4\u2018\u2019\u201A\u201B\u2032\u2035\u2039\u203A\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u05F3\uA78C"
        },
        {"\"", "\u00AB\u00BB\u201C\u201D\u201E\u201F\u2033\u2036\u05F4\u301D\u301E\u301F\u300C\u300D\u300E\u300F"},
        {"-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u05BE\u2E3A\u2E3B\uFE58"},
    };

    private static final char[] SINGLE = new char[1 << 16];
    private static final Map<Character, String> SEVERAL_BY_CHAR = new HashMap<>();

    static {
        Map<Character, String> families = new HashMap<>();
        for (String[] family : FAMILIES) {
            for (char member : family[1].toCharArray()) {
                families.put(member, family[0]);
            }
        }
        for (int c = 0; c < SINGLE.length; c++) {
            String folded = computed((char) c, families);
            if (folded.isEmpty()) {
                SINGLE[c] = DROPPED;
            } else if (folded.length() == 1 && folded.charAt(0) != SEVERAL) {
                SINGLE[c] = folded.charAt(0);
            } else {
                SINGLE[c] = SEVERAL;
                SEVERAL_BY_CHAR.put((char) c, folded);
            }
        }
    }

    private FoldTable() {}

    /** The one character {@code c} folds to, {@link #DROPPED} or {@link #SEVERAL}. */
    static char single(char c) {
        return SINGLE[c];
    }

    /** The characters {@code c} folds to, when {@link #single} says several. */
    static String several(char c) {
        return SEVERAL_BY_CHAR.getOrDefault(c, "");
    }

    /** What a code point beyond the basic plane folds to: mathematical letters, Arabic mathematical symbols, other digits. */
    static String supplementary(int codePoint) {
        String original = Character.toString(codePoint);
        if (Character.getType(codePoint) == Character.FORMAT || codePoint >= 0xE0000) {
            return codePoint >= 0xF0000 ? original : "";
        }
        if (Character.isDigit(codePoint)) {
            return Integer.toString(Character.digit(codePoint, 10));
        }
        String compatible = java.text.Normalizer.normalize(original, Form.NFKC);
        if (compatible.equals(original)) {
            return original.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < compatible.length(); i++) {
            char c = compatible.charAt(i);
            char one = Character.isSurrogate(c) ? c : single(c);
            if (one == SEVERAL) {
                folded.append(several(c));
            } else if (one != DROPPED) {
                folded.append(one);
            }
        }
        return folded.toString();
    }

    private static String computed(char c, Map<Character, String> families) {
        String family = families.get(c);
        if (family != null) {
            return family;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085') {
            return " ";
        }
        if (isInvisible(c) || isDroppedMark(c)) {
            return "";
        }
        if (Character.isSurrogate(c)) {
            return "\uFFFD";
        }
        if (isPrivateOrUnassigned(c)) {
            return String.valueOf(c);
        }
        if (Character.isDigit(c)) {
            return Integer.toString(Character.digit(c, 10));
        }
        return fromUnicode(c, families);
    }

    private static String fromUnicode(char c, Map<Character, String> families) {
        String original = String.valueOf(c);
        if (keepsItsMarks(c)) {
            String compatible =
                    java.text.Normalizer.normalize(original, Form.NFKC).toLowerCase(Locale.ROOT);
            return compatible.equals(original) ? original : again(compatible, original, families);
        }
        String parts = java.text.Normalizer.normalize(original, Form.NFKD).toLowerCase(Locale.ROOT);
        return parts.equals(original) ? original : again(parts, original, families);
    }

    /** Folds what Unicode took a character apart into; {@code original} stops characters that stand for themselves. */
    private static String again(String parts, String original, Map<Character, String> families) {
        StringBuilder folded = new StringBuilder(parts.length());
        // Spacing accents and isolated vowel signs come apart into a space and the mark: nothing is left of them.
        for (char part : parts.stripLeading().toCharArray()) {
            folded.append(original.indexOf(part) >= 0 ? original : computed(part, families));
        }
        return folded.toString();
    }

    /** Scripts whose marks are letters in their own right stay composed; U+0626 is kept apart from its yeh. */
    private static boolean keepsItsMarks(char c) {
        return c == '\u0626' || (c >= 0x0900 && c <= 0x1CFF) || (c >= 0x2E80 && c <= 0xFAFF) || (c >= 0xFB50);
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || c == '\u0640' // tatweel
                || c == '\u034F'
                || c == '\u115F'
                || c == '\u1160'
                || c == '\u3164'
                || c == '\uFFA0'
                || (c >= '\u180B' && c <= '\u180E')
                || (c >= '\uFE00' && c <= '\uFE0F');
    }

    /** Combining marks of Latin, Cyrillic and Greek, Hebrew points, and the short vowels and signs of the Arabic script. */
    private static boolean isDroppedMark(char c) {
        int type = Character.getType(c);
        if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
            return false;
        }
        return c < 0x0900
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x1DFF)
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xFE20 && c <= 0xFE2F);
    }

    private static boolean isPrivateOrUnassigned(char c) {
        int type = Character.getType(c);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
    }
}
