package io.visitwatch.enrich.keyword;

import io.visitwatch.enrich.text.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The forms a word is indexed under besides itself: without the particles and endings that a language writes together with it.
 *
 * <p>From {@code bare-forms.tsv}: language, {@code prefix} or {@code suffix}, folded pieces. What is left keeps at least
 * {@value #SHORTEST} letters.
 */
final class BareForms {
    private static final int SHORTEST = 3;
    private static final BareForms NONE = new BareForms();
    private static final Map<String, BareForms> BY_LANGUAGE = load();

    private final List<String> prefixes = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();

    private BareForms() {}

    /** The bare forms of a language, none for one without rows. */
    static BareForms of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** The other forms of a folded word; often none. */
    List<String> bare(String word) {
        List<String> forms = new ArrayList<>(2);
        for (String prefix : prefixes) {
            if (word.length() >= prefix.length() + SHORTEST && word.startsWith(prefix)) {
                forms.add(word.substring(prefix.length()));
            }
        }
        for (String suffix : suffixes) {
            if (word.length() >= suffix.length() + SHORTEST && word.endsWith(suffix)) {
                forms.add(word.substring(0, word.length() - suffix.length()));
            }
        }
        return forms;
    }

    private static Map<String, BareForms> load() {
        Map<String, BareForms> loaded = new HashMap<>();
        for (List<String> row : TextTable.read(BareForms.class, "bare-forms.tsv", 3)) {
            BareForms forms = loaded.computeIfAbsent(row.get(0), language -> new BareForms());
            List<String> pieces = List.of(row.get(2).split(" ", -1));
            (row.get(1).equals("prefix") ? forms.prefixes : forms.suffixes).addAll(pieces);
        }
        return Map.copyOf(loaded);
    }
}
