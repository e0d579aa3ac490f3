package io.visitwatch.enrich.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words whose full stop does not end a sentence, per language, from {@code abbreviations.tsv}.
 *
 * <p>Rows are {@code language TAB kind TAB words}; language {@code *} is for all. Kinds: {@code never} ends a sentence
 * (titles before a name), {@code may} end one (then the next word decides), {@code opener} words that open a sentence after a
 * {@code may}, {@code ordinal} a language that writes ordinals with a stop.
 */
final class Abbreviations {
    private static final Map<String, Abbreviations> BY_LANGUAGE = load();
    private static final Abbreviations COMMON = BY_LANGUAGE.getOrDefault("*", new Abbreviations());

    private final Set<String> never = new HashSet<>();
    private final Set<String> may = new HashSet<>();
    private final Set<String> openers = new HashSet<>();
    private boolean ordinals;

    private Abbreviations() {}

    /** The abbreviations of a language with those common to all; the common ones alone for an unknown language. */
    static Abbreviations of(String language) {
        return BY_LANGUAGE.getOrDefault(language, COMMON);
    }

    boolean neverEnds(String word) {
        return never.contains(key(word));
    }

    boolean mayEnd(String word) {
        return word.indexOf('.') >= 0 || may.contains(key(word));
    }

    boolean opensSentence(String word) {
        return openers.contains(key(word));
    }

    boolean ordinalsTakeStops() {
        return ordinals;
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Abbreviations> load() {
        Map<String, Abbreviations> byLanguage = new HashMap<>();
        for (List<String> row : TextTable.read("abbreviations.tsv", 3)) {
            byLanguage
                    .computeIfAbsent(row.get(0), language -> new Abbreviations())
                    .add(row.get(1), row.get(2));
        }
        Abbreviations common = byLanguage.getOrDefault("*", new Abbreviations());
        byLanguage.values().forEach(one -> one.include(common));
        return byLanguage;
    }

    private void add(String kind, String words) {
        List<String> keys = List.of(key(words).split(" "));
        switch (kind) {
            case "never" -> never.addAll(keys);
            case "may" -> may.addAll(keys);
            case "opener" -> openers.addAll(keys);
            case "ordinal" -> ordinals = true;
            default -> throw new IllegalStateException("abbreviations.tsv: unknown kind " + kind);
        }
    }

    private void include(Abbreviations common) {
        never.addAll(common.never);
        may.addAll(common.may);
        openers.addAll(common.openers);
    }
}
