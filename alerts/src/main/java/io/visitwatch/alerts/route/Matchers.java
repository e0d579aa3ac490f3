package io.visitwatch.alerts.route;

import java.util.List;

/**
 * Conditions that must all hold; no condition at all holds always.
 *
 * @param all the conditions
 */
public record Matchers(List<Matcher> all) {
    /** Holds always. */
    public static final Matchers ANY = new Matchers(List.of());

    public Matchers {
        all = List.copyOf(all);
    }

    /**
     * Reads a list of matchers.
     *
     * @throws IllegalArgumentException when one is malformed
     */
    public static Matchers parse(List<String> texts) {
        return new Matchers(texts.stream().map(Matcher::parse).toList());
    }

    /** Whether the labels satisfy every condition. */
    public boolean matches(AlertLabels labels) {
        return all.stream().allMatch(matcher -> matcher.matches(labels));
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
