package io.visitwatch.enrich.text;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is known about one language in one script.
 *
 * @param language BCP 47 code
 * @param script ISO 15924 code
 * @param prior head start (or handicap, for languages that seldom write about Iraq) in points of evidence
 * @param letters telling letters it uses, lower case
 * @param words frequent words as spelled, lower case
 * @param foldedWords the same, folded
 * @param sequences how often each sequence of three letters occurs in a short text, folded
 */
record LanguageProfile(
        String language,
        String script,
        double prior,
        String letters,
        Set<String> words,
        Set<String> foldedWords,
        Map<String, Integer> sequences) {
    private static final char HEH = '\u0647';
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

    /** Reads {@code language/<name>.txt}, name being {@code <code>-<Script>}. */
    static LanguageProfile load(String name) {
        Map<String, String> lines = new HashMap<>();
        for (List<String> row : TextTable.read("language/" + name + ".txt", 1)) {
            String line = row.get(0);
            int colon = line.indexOf(':');
            lines.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        Set<String> words = new HashSet<>();
        Set<String> folded = new HashSet<>();
        for (String word : composed(lines.getOrDefault("words", "")).split(" ", -1)) {
            List<Token> tokens = Tokenizer.tokens(Normalizer.fold(word));
            if (tokens.size() == 1) {
                words.add(word);
                folded.add(tokens.get(0).text());
            }
        }
        Map<String, Integer> sequences = new HashMap<>();
        for (Token token : Tokenizer.tokens(Normalizer.fold(lines.getOrDefault("text", "")))) {
            sequencesOf(token.text()).forEach(sequence -> sequences.merge(sequence, 1, Integer::sum));
        }
        int dash = name.indexOf('-');
        return new LanguageProfile(
                name.substring(0, dash),
                name.substring(dash + 1),
                Double.parseDouble(lines.getOrDefault("prior", "0")),
                composed(lines.getOrDefault("letters", "")),
                Set.copyOf(words),
                Set.copyOf(folded),
                Map.copyOf(sequences));
    }

    /** The sequences of three units of a folded word, with its edges. */
    static List<String> sequencesOf(String word) {
        String edged = "_" + word + "_";
        List<String> sequences = new ArrayList<>(word.length());
        for (int i = 0; i + 3 <= edged.length(); i++) {
            sequences.add(edged.substring(i, i + 3));
        }
        return sequences;
    }

    /**
     * Whether the unit at {@code at} is a heh with a non-joiner that older Sorani pages write for ە. Persian writes the same
     * two before its endings (ها, ای, ی), which do not count.
     */
    static boolean isOldKurdishE(String text, int at) {
        if (text.charAt(at) != HEH || at + 1 >= text.length() || text.charAt(at + 1) != ZERO_WIDTH_NON_JOINER) {
            return false;
        }
        return at + 2 >= text.length() || "\u0627\u0647\u06CC\u064A".indexOf(text.charAt(at + 2)) < 0;
    }

    private static String composed(String text) {
        return java.text.Normalizer.normalize(text, Form.NFC).toLowerCase(Locale.ROOT);
    }
}
