package io.visitwatch.enrich.lang;

import java.util.List;

/**
 * Particles a script writes together with the next word, such as Arabic و and ب.
 *
 * @param prefixes folded particles, longest first
 */
record Affixes(List<String> prefixes) {
    private static final int SHORTEST_REST = 3;

    /** Whether {@code word} accepts {@code token} once one or two of the particles are taken off. */
    boolean accepts(Pattern.Word word, String token) {
        for (String prefix : prefixes) {
            if (token.length() >= prefix.length() + SHORTEST_REST && token.startsWith(prefix)) {
                String rest = token.substring(prefix.length());
                if (word.accepts(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The forms a token may be looked up under: itself, and what is left without each particle. */
    List<String> forms(String token) {
        if (prefixes.isEmpty()) {
            return List.of(token);
        }
        List<String> forms = new java.util.ArrayList<>(3);
        forms.add(token);
        for (String prefix : prefixes) {
            if (token.length() >= prefix.length() + SHORTEST_REST && token.startsWith(prefix)) {
                forms.add(token.substring(prefix.length()));
            }
        }
        return forms;
    }
}
