package io.visitwatch.enrich.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Particles a script writes together with the next word, such as Arabic و and ب.
 *
 * @param prefixes folded particles, longest first
 * @param conjunctions those of them after which another may stand ({@code وسـ})
 * @param future those of them that put a verb into the future
 */
record Affixes(List<String> prefixes, Set<String> conjunctions, Set<String> future) {
    private static final int SHORTEST_REST = 3;
    private static final int SHORTEST_AFTER_AND = 2;

    /** A token less its particles; {@code ahead} when one of them put it into the future. */
    record Form(String text, boolean ahead) {}

    /** Whether {@code word} accepts {@code token} once its particles are taken off. */
    boolean accepts(Pattern.Word word, String token) {
        for (String prefix : prefixes) {
            if (glued(prefix, token)) {
                String rest = token.substring(prefix.length());
                if (word.accepts(rest) || (conjunctions.contains(prefix) && accepts(word, rest))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The forms a token may be looked up under: itself first, and what is left without its particles. */
    List<Form> forms(String token) {
        Form whole = new Form(token, false);
        if (prefixes.isEmpty()) {
            return List.of(whole);
        }
        List<Form> forms = new ArrayList<>(3);
        forms.add(whole);
        strip(token, forms);
        return forms;
    }

    private void strip(String token, List<Form> forms) {
        for (String prefix : prefixes) {
            if (glued(prefix, token)) {
                String rest = token.substring(prefix.length());
                forms.add(new Form(rest, future.contains(prefix)));
                if (conjunctions.contains(prefix)) {
                    strip(rest, forms);
                }
            }
        }
    }

    private boolean glued(String prefix, String token) {
        int rest = conjunctions.contains(prefix) ? SHORTEST_AFTER_AND : SHORTEST_REST;
        return token.length() >= prefix.length() + rest && token.startsWith(prefix);
    }
}
