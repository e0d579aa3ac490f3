package io.visitwatch.enrich.gazetteer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person a written name may belong to.
 *
 * @param person who
 * @param term the office nearest to the day asked about; null when the gazetteer knows none
 * @param score 0 to 1: how well name, country, office and day agree
 */
public record NameMatch(Person person, @Nullable Term term, double score) {
    public NameMatch {
        Objects.requireNonNull(person, "person");
    }

    /**
     * A name found in a text.
     *
     * @param match whose name it is
     * @param start folded offset of its first letter
     * @param end folded offset after it
     */
    public record InText(NameMatch match, int start, int end) {}
}
