package io.visitwatch.enrich.keyword;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts the words of a query the way articles are cut, without their bare forms: a query says what it means. */
final class FoldingAnalyzer extends Analyzer {
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new QueryWords());
    }

    /** The engine asks for a tokenizer over a reader; it hands the whole text on. */
    private static final class QueryWords extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private FoldedWords words = new FoldedWords("", BareForms.of("und"));

        @Override
        public void reset() throws IOException {
            super.reset();
            String text = read(input).replace(ZERO_WIDTH_NON_JOINER, ' ');
            words = new FoldedWords(text, BareForms.of("und"));
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!words.incrementToken()) {
                return false;
            }
            term.append(words.getAttribute(CharTermAttribute.class));
            OffsetAttribute from = words.getAttribute(OffsetAttribute.class);
            offset.setOffset(correctOffset(from.startOffset()), correctOffset(from.endOffset()));
            return true;
        }

        private static String read(Reader reader) {
            StringWriter text = new StringWriter();
            try {
                reader.transferTo(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    }
}
