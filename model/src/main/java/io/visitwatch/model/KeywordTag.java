package io.visitwatch.model;

import java.util.List;
import java.util.Objects;

/**
 * A named keyword query that matched an article.
 *
 * @param name name of the query in the configuration
 * @param spans what matched, per section
 */
public record KeywordTag(String name, List<Hit> spans) {
    public KeywordTag {
        Objects.requireNonNull(name, "name");
        spans = List.copyOf(spans);
    }

    /** One matched range of one section ({@code title}, {@code summary} or {@code text}). */
    public record Hit(String section, TextSpan span) {}
}
