package io.visitwatch.model;

import java.util.Objects;

/**
 * The sentence that proves a claim.
 *
 * @param section {@code title}, {@code summary} or {@code text}
 * @param span where the sentence stands in that section of the article
 * @param sentence its words, as written
 */
public record Evidence(String section, TextSpan span, String sentence) {
    public Evidence {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(sentence, "sentence");
    }
}
