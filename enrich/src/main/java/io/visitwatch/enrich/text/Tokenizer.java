package io.visitwatch.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts folded text into words.
 *
 * <p>A word is a run of letters, digits and their marks. Apostrophes, hyphens and full stops cut: {@code bagdat'a} gives
 * {@code bagdat} and {@code a}, {@code qa'ani} gives {@code qa} and {@code ani}, {@code u.s.} gives {@code u} and {@code s}.
 * A lexicon cut the same way meets the text. Chinese characters and kana are words one by one.
 */
public final class Tokenizer {
    private Tokenizer() {}

    /** The words of {@code text} in order, offsets in the folded text. */
    public static List<Token> tokens(FoldedText text) {
        return tokens(text.folded());
    }

    /** The words of a text that is folded already. */
    public static List<Token> tokens(String folded) {
        List<Token> tokens = new ArrayList<>(folded.length() / 6 + 1);
        int length = folded.length();
        int start = -1;
        int at = 0;
        while (at < length) {
            char c = folded.charAt(at);
            int codePoint = Character.isHighSurrogate(c) ? folded.codePointAt(at) : c;
            int next = at + Character.charCount(codePoint);
            boolean alone = isWordByItself(codePoint);
            boolean inside = !alone && isWordPart(codePoint);
            if (!inside && start >= 0) {
                tokens.add(new Token(folded.substring(start, at), start, at));
                start = -1;
            }
            if (alone) {
                tokens.add(new Token(folded.substring(at, next), at, next));
            } else if (inside && start < 0) {
                start = at;
            }
            at = next;
        }
        if (start >= 0) {
            tokens.add(new Token(folded.substring(start), start, length));
        }
        return tokens;
    }

    private static boolean isWordPart(int codePoint) {
        if (codePoint < 0x80) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= '0' && codePoint <= '9')
                    || (codePoint >= 'A' && codePoint <= 'Z');
        }
        if (Character.isLetterOrDigit(codePoint)) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWordByItself(int codePoint) {
        return codePoint >= 0x2E80
                && (Character.isIdeographic(codePoint) || (codePoint >= 0x3040 && codePoint <= 0x30FF));
    }
}
