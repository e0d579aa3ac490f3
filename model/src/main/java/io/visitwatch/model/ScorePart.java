package io.visitwatch.model;

import java.util.Objects;

/**
 * One named part of a confidence.
 *
 * @param feature name of the feature
 * @param weight what it adds to the log-odds
 */
public record ScorePart(String feature, double weight) {
    public ScorePart {
        Objects.requireNonNull(feature, "feature");
    }
}
