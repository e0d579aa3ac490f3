package io.visitwatch.alerts.route;

import java.time.Instant;

/**
 * Holds back alerts that match, for a time.
 *
 * @param id stable id
 * @param matchers which alerts
 * @param startsAt first instant it holds
 * @param endsAt first instant it no longer holds
 * @param createdBy who asked for it
 * @param comment why
 */
public record Silence(
        String id, Matchers matchers, Instant startsAt, Instant endsAt, String createdBy, String comment) {
    public Silence {
        if (!endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException(
                    "silence " + id + " ends at " + endsAt + ", not after its start " + startsAt);
        }
        if (matchers.all().isEmpty()) {
            throw new IllegalArgumentException(
                    "silence " + id + " has no matcher and would silence everything: name a label");
        }
    }

    /** Whether it holds alerts with these labels back at {@code now}. */
    public boolean holds(AlertLabels labels, Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt) && matchers.matches(labels);
    }
}
