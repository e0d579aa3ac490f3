package io.visitwatch.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What letters that only some languages of a script use say for and against each, once per word. */
final class TellingLetters {
    private static final char OLD_KURDISH_E = '\u06D5';

    /** Number of each telling letter, -1 for other units; ends after the last telling letter. */
    private final short[] numbers;

    private final List<double[]> weights = new ArrayList<>();

    /** The weights by letter, one weight for each language; letters count in the order of the map. */
    TellingLetters(Map<Character, double[]> byLetter) {
        int last = byLetter.keySet().stream().mapToInt(letter -> letter).max().orElse(-1);
        numbers = new short[last + 1];
        Arrays.fill(numbers, (short) -1);
        byLetter.forEach((letter, values) -> {
            numbers[letter] = (short) weights.size();
            weights.add(values);
        });
    }

    /** Adds to {@code scores} what the letters of a text say; {@code spelled} is composed and in lower case. */
    void score(String spelled, double[] scores) {
        int[] words = wordsOf(spelled);
        for (int letter = 0; letter < words.length; letter++) {
            if (words[letter] > 0) {
                double factor = Math.log1p(words[letter]);
                double[] values = weights.get(letter);
                for (int i = 0; i < scores.length; i++) {
                    scores[i] += values[i] * factor;
                }
            }
        }
    }

    /** How many words hold each telling letter. */
    private int[] wordsOf(String spelled) {
        int[] counts = new int[weights.size()];
        int[] lastSeenIn = new int[weights.size()];
        int word = 1;
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            if (Character.isWhitespace(c)) {
                word++;
                continue;
            }
            char letter = LanguageProfile.isOldKurdishE(spelled, i) ? OLD_KURDISH_E : c;
            int number = letter < numbers.length ? numbers[letter] : -1;
            if (number >= 0 && lastSeenIn[number] != word) {
                lastSeenIn[number] = word;
                counts[number]++;
            }
        }
        return counts;
    }
}
