package io.visitwatch.enrich.text;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The languages of one script, told apart by three kinds of evidence.
 *
 * <ul>
 *   <li><b>Letters</b> that only some of them use speak for these and against the others, once per word.
 *   <li><b>Frequent words</b> speak for their languages, the more the fewer share the word; full weight as spelled, half
 *       when only the folded form agrees (Kurmanji or Turkish typed without accents).
 *   <li><b>Letter sequences</b> of three, on folded text, counted in a short text of each language.
 * </ul>
 *
 * Each language is a file {@code language/<code>-<Script>.txt} with the lines {@code letters:}, {@code words:},
 * {@code text:} and perhaps {@code prior:}.
 */
final class LanguageProfiles {
    private static final double LETTER_FOR = 1.2;
    private static final double LETTER_AGAINST = 0.9;
    private static final double WORD = 3.0;
    private static final double WORD_FOLDED_ONLY = 0.5;
    private static final double SEQUENCE = 0.25;
    private static final double SEQUENCE_SCALE = 2_000;
    private static final double SAID = 2.5;
    private static final double LEAST = 1.5;

    private static final char FIRST_COMBINING = '\u0300';

    private static final Map<String, LanguageProfiles> BY_SCRIPT = load();

    private final String script;
    private final List<String> languages;
    private final double[] priors;
    private final TellingLetters letters;
    private final Map<String, double[]> words;
    private final Map<String, double[]> foldedWords;
    private final SequenceWeights sequences;

    private LanguageProfiles(String script, List<LanguageProfile> profiles) {
        this.script = script;
        this.languages = profiles.stream().map(LanguageProfile::language).toList();
        this.priors = profiles.stream().mapToDouble(LanguageProfile::prior).toArray();
        this.letters = new TellingLetters(letterWeights(profiles));
        this.words = wordWeights(profiles, LanguageProfile::words);
        this.foldedWords = wordWeights(profiles, LanguageProfile::foldedWords);
        this.sequences = new SequenceWeights(sequenceWeights(profiles));
    }

    static boolean knows(String script) {
        return BY_SCRIPT.containsKey(script);
    }

    /** The languages of a script for which {@link #knows} holds. */
    static LanguageProfiles of(String script) {
        return Objects.requireNonNull(BY_SCRIPT.get(script), script);
    }

    LanguageGuess guess(String text, @Nullable String said) {
        double[] scores = priors.clone();
        String spelled = composed(text).toLowerCase(Locale.ROOT);
        letters.score(spelled, scores);
        FoldedText folded = Normalizer.fold(spelled);
        for (Token token : Tokenizer.tokens(folded)) {
            double[] loose = foldedWords.get(token.text());
            if (loose != null) { // what is frequent as spelled is so folded too
                addWord(scores, folded.original(token.start(), token.end()).of(spelled), loose);
            }
            sequences.score(token.text(), scores);
        }
        int hinted = said == null ? -1 : languages.indexOf(primary(said));
        if (hinted >= 0) {
            scores[hinted] += SAID;
        }
        return best(scores);
    }

    /** Before the first combining mark every unit is its own composed form: most texts need no second look. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return java.text.Normalizer.normalize(text, Form.NFC);
            }
        }
        return text;
    }

    private static String primary(String said) {
        String tag = said.toLowerCase(Locale.ROOT);
        int cut = tag.indexOf('-') >= 0 ? tag.indexOf('-') : tag.indexOf('_');
        String primary = cut < 0 ? tag : tag.substring(0, cut);
        return switch (primary) {
            case "ku" -> "kmr";
            case "nb", "nn" -> "no";
            case "iw" -> "he";
            default -> primary;
        };
    }

    private LanguageGuess best(double[] scores) {
        int best = 0;
        double second = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = scores[best];
                best = i;
            } else if (scores[i] > second) {
                second = scores[i];
            }
        }
        if (scores[best] < LEAST) {
            return new LanguageGuess(LanguageGuess.UNDETERMINED, script, 0);
        }
        double confidence = 1 - Math.exp(-(scores[best] - second) / 3);
        return new LanguageGuess(languages.get(best), script, confidence);
    }

    private void addWord(double[] scores, String spelled, double[] loose) {
        double[] exact = words.get(spelled);
        for (int i = 0; i < scores.length; i++) {
            double strict = exact == null ? 0 : exact[i];
            scores[i] += Math.max(strict, loose[i] * WORD_FOLDED_ONLY);
        }
    }

    private static Map<Character, double[]> letterWeights(List<LanguageProfile> profiles) {
        Map<Character, double[]> weights = new TreeMap<>();
        for (char letter : profiles.stream()
                .map(LanguageProfile::letters)
                .collect(Collectors.joining())
                .toCharArray()) {
            weights.computeIfAbsent(letter, key -> {
                long users = profiles.stream()
                        .filter(one -> one.letters().indexOf(letter) >= 0)
                        .count();
                double rare = rarity(users, profiles.size());
                return profiles.stream()
                        .mapToDouble(one -> one.letters().indexOf(letter) >= 0 ? LETTER_FOR * rare : -LETTER_AGAINST)
                        .toArray();
            });
        }
        return weights;
    }

    private static Map<String, double[]> wordWeights(
            List<LanguageProfile> profiles, Function<LanguageProfile, Set<String>> wordsOf) {
        Map<String, double[]> weights = new HashMap<>();
        for (String word :
                profiles.stream().map(wordsOf).flatMap(Collection::stream).collect(Collectors.toSet())) {
            long users = profiles.stream()
                    .filter(one -> wordsOf.apply(one).contains(word))
                    .count();
            double weight = WORD * rarity(users, profiles.size());
            weights.put(
                    word,
                    profiles.stream()
                            .mapToDouble(one -> wordsOf.apply(one).contains(word) ? weight : 0)
                            .toArray());
        }
        return weights;
    }

    /** 1 for what one language alone has, falling to nearly 0 for what all share. */
    private static double rarity(long users, int languages) {
        return 1 - Math.log((double) users) / Math.log(languages + 1.0);
    }

    private static Map<String, double[]> sequenceWeights(List<LanguageProfile> profiles) {
        Map<String, double[]> weights = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            Map<String, Integer> counts = profiles.get(i).sequences();
            double total = counts.values().stream().mapToInt(Integer::intValue).sum();
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                weights.computeIfAbsent(entry.getKey(), key -> new double[profiles.size()])[i] =
                        SEQUENCE * Math.log1p(entry.getValue() * SEQUENCE_SCALE / total);
            }
        }
        return weights;
    }

    private static Map<String, LanguageProfiles> load() {
        Map<String, List<LanguageProfile>> byScript = new HashMap<>();
        for (List<String> row : TextTable.read("language/index.txt", 1)) {
            LanguageProfile profile = LanguageProfile.load(row.get(0));
            byScript.computeIfAbsent(profile.script(), key -> new ArrayList<>()).add(profile);
        }
        Map<String, LanguageProfiles> loaded = new HashMap<>();
        byScript.forEach((script, profiles) -> loaded.put(script, new LanguageProfiles(script, profiles)));
        return Map.copyOf(loaded);
    }
}
