package io.visitwatch.enrich.tag;

import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.model.TextSpan;
import java.util.List;

/**
 * Title, summary or text of an article: folded, cut into tokens and sentences, names found.
 *
 * @param name {@code title}, {@code summary} or {@code text}
 * @param text the section, folded
 * @param tokens its words
 * @param atoms its names, in order, without overlaps
 * @param sentences its sentences, in order
 */
public record Section(String name, FoldedText text, List<Token> tokens, List<Atom> atoms, List<Sentence> sentences) {
    /** What stands between the token before and this one, folded. */
    public String gap(int token) {
        int from = token == 0 ? 0 : tokens.get(token - 1).end();
        int to = token < tokens.size()
                ? tokens.get(token).start()
                : text.folded().length();
        return text.folded().substring(from, to);
    }

    /** Whether one of {@code marks} stands between the token before and this one. */
    public boolean gapHas(int token, String marks) {
        int from = token == 0 ? 0 : tokens.get(token - 1).end();
        int to = token < tokens.size()
                ? tokens.get(token).start()
                : text.folded().length();
        String folded = text.folded();
        for (int at = from; at < to; at++) {
            if (marks.indexOf(folded.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Span in the original of the tokens {@code [start, end)}. */
    public TextSpan span(int start, int end) {
        return text.original(tokens.get(start).start(), tokens.get(end - 1).end());
    }

    /** The words of the tokens {@code [start, end)} as written. */
    public String surface(int start, int end) {
        return span(start, end).of(text.source());
    }

    /** Whether a token begins with a capital in the original. */
    public boolean capital(int token) {
        int at = text.originalOffset(tokens.get(token).start());
        return at < text.source().length()
                && Character.isUpperCase(text.source().codePointAt(at));
    }
}
