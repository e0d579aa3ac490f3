package io.visitwatch.model;

import java.util.List;
import java.util.Objects;

/**
 * Words in an article that name somebody or something.
 *
 * @param section which part of the article the span belongs to: {@code title}, {@code summary} or {@code text}
 * @param span where in that section
 * @param surface the words as written
 * @param type what they name
 * @param entityIds ids of the entities they may stand for, best first; empty when unknown to the gazetteer
 */
public record Mention(String section, TextSpan span, String surface, MentionType type, List<String> entityIds) {
    public Mention {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(surface, "surface");
        Objects.requireNonNull(type, "type");
        entityIds = List.copyOf(entityIds);
    }
}
