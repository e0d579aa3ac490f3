package io.visitwatch.enrich.keyword;

import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import io.visitwatch.model.TextSpan;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of one section as the engine indexes them: folded, with offsets in the original, other forms at the same place.
 *
 * <p>A word with zero-width non-joiners stands joined and in its parts, one after the other, so that a query meets it however
 * it is written. Sections are read up to {@value #LONGEST} units.
 */
final class FoldedWords extends TokenStream {
    /** How much of a section is read, in UTF-16 units: beyond any article, short enough for any machine. */
    static final int LONGEST = 200_000;

    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Word> words;
    private int next;

    private record Word(String form, TextSpan span, int step) {}

    FoldedWords(String text, BareForms bareForms) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        FoldedText folded = Normalizer.fold(read);
        List<Token> tokens = Tokenizer.tokens(folded);
        this.words = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            add(token.text(), folded.original(token.start(), token.end()), read, bareForms);
        }
    }

    @Override
    public boolean incrementToken() {
        if (next >= words.size()) {
            return false;
        }
        clearAttributes();
        Word word = words.get(next);
        next++;
        term.append(word.form());
        offset.setOffset(word.span().start(), word.span().end());
        step.setPositionIncrement(word.step());
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }

    private void add(String form, TextSpan span, String text, BareForms bareForms) {
        words.add(new Word(form, span, 1));
        bareForms.bare(form).forEach(bare -> words.add(new Word(bare, span, 0)));
        String original = span.of(text);
        if (original.indexOf(ZERO_WIDTH_NON_JOINER) < 0) {
            return;
        }
        int stepToPart = 0;
        FoldedText parts = Normalizer.fold(original.replace(ZERO_WIDTH_NON_JOINER, ' '));
        for (Token part : Tokenizer.tokens(parts)) {
            // The whole span for every part: offsets may not go back.
            words.add(new Word(part.text(), span, stepToPart));
            stepToPart = 1;
        }
    }
}
