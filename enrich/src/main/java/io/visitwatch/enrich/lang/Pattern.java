package io.visitwatch.enrich.lang;

import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A phrase of a language pack over folded words.
 *
 * <p>Elements are separated by spaces. {@code a|b} is either word; {@code visit*} any word that begins so, {@code *mek} any that
 * ends so; {@code word?} may be missing; {@code _} is any one word,
 * {@code _?} at most one and {@code __} up to three. Words are written as the language
 * writes them and folded like the text; a written word that folds to several tokens ({@code l'Irak}) becomes several elements.
 */
final class Pattern {
    private static final int LONG_GAP = 3;
    private static final java.util.regex.Pattern SPACE = java.util.regex.Pattern.compile("\\s+");
    private static final java.util.regex.Pattern BAR = java.util.regex.Pattern.compile("\\|");

    private final List<Element> elements;

    private Pattern(List<Element> elements) {
        this.elements = elements;
    }

    /**
     * Reads one pattern; one that begins with an optional word becomes two.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static List<Pattern> parse(String written) {
        List<Element> elements = new ArrayList<>();
        for (String part : SPACE.split(written.strip(), -1)) {
            elements.addAll(element(part));
        }
        List<Pattern> patterns = new ArrayList<>();
        while (!elements.isEmpty() && elements.get(0).optional()) {
            patterns.add(new Pattern(List.copyOf(elements)));
            elements.remove(0);
        }
        if (elements.isEmpty() || elements.get(0).words().isEmpty()) {
            throw new IllegalArgumentException("a pattern begins with a word: \"" + written + "\"");
        }
        patterns.add(new Pattern(List.copyOf(elements)));
        return List.copyOf(patterns);
    }

    /** The words it may begin with. */
    List<Word> heads() {
        return elements.get(0).words();
    }

    /** The longest match beginning at {@code start}: one past its last token, or -1. */
    int match(List<Token> tokens, int start, int limit, Affixes affixes) {
        return match(tokens, 0, start, limit, affixes);
    }

    private int match(List<Token> tokens, int element, int at, int limit, Affixes affixes) {
        if (element == elements.size()) {
            return at;
        }
        Element e = elements.get(element);
        if (e.words().isEmpty()) {
            for (int skip = e.longestGap(); skip >= e.shortestGap(); skip--) {
                int end = at + skip <= limit ? match(tokens, element + 1, at + skip, limit, affixes) : -1;
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        if (at < limit && e.accepts(tokens.get(at).text(), affixes)) {
            int end = match(tokens, element + 1, at + 1, limit, affixes);
            if (end >= 0) {
                return end;
            }
        }
        return e.optional() ? match(tokens, element + 1, at, limit, affixes) : -1;
    }

    private static List<Element> element(String part) {
        if (part.equals("_")) {
            return List.of(new Element(List.of(), false, 1, 1));
        }
        if (part.equals("_?")) {
            return List.of(new Element(List.of(), false, 0, 1));
        }
        if (part.equals("__")) {
            return List.of(new Element(List.of(), false, 0, LONG_GAP));
        }
        boolean optional = part.endsWith("?");
        String body = optional ? part.substring(0, part.length() - 1) : part;
        if (body.indexOf('|') < 0 && body.indexOf('*') < 0) {
            return Tokenizer.tokens(Normalizer.fold(body)).stream()
                    .map(token -> new Element(List.of(new Word(token.text(), Shape.WHOLE)), optional, 1, 1))
                    .toList();
        }
        List<Word> words = new ArrayList<>();
        for (String word : BAR.split(body, -1)) {
            words.add(word(word, part));
        }
        return List.of(new Element(List.copyOf(words), optional, 1, 1));
    }

    private static Word word(String written, String part) {
        Shape shape = written.endsWith("*") ? Shape.PREFIX : written.startsWith("*") ? Shape.SUFFIX : Shape.WHOLE;
        String bare = written.replace("*", "");
        List<Token> tokens = Tokenizer.tokens(Normalizer.fold(bare));
        if (tokens.size() != 1) {
            throw new IllegalArgumentException("\"" + part + "\": each alternative is one word");
        }
        return new Word(tokens.get(0).text(), shape);
    }

    /** How a written word meets a token. */
    enum Shape {
        WHOLE,
        PREFIX,
        SUFFIX
    }

    /** One alternative of an element, folded. */
    record Word(String text, Shape shape) {
        boolean accepts(String token) {
            return switch (shape) {
                case WHOLE -> token.equals(text);
                case PREFIX -> token.startsWith(text);
                case SUFFIX -> token.endsWith(text);
            };
        }
    }

    private record Element(List<Word> words, boolean optional, int shortestGap, int longestGap) {
        boolean accepts(String token, Affixes affixes) {
            for (Word word : words) {
                if (word.accepts(token) || affixes.accepts(word, token)) {
                    return true;
                }
            }
            return false;
        }
    }
}
