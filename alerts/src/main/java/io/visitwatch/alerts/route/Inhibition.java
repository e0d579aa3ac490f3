package io.visitwatch.alerts.route;

import java.util.List;
import java.util.Optional;

/**
 * Mutes alerts while a weightier one about the same thing is active: a deputy minister's arrival while the minister's is told.
 *
 * @param name name shown in explanations
 * @param source what the weightier, active visit must satisfy
 * @param target what the muted alert must satisfy
 * @param equal labels that must agree in at least one value
 */
public record Inhibition(String name, Matchers source, Matchers target, List<String> equal) {
    public Inhibition {
        equal = List.copyOf(equal);
    }

    /**
     * Whether an alert is muted by one of the visits active now.
     *
     * @param alert labels of the alert in question
     * @param active labels of the last alert of each visit that is not closed
     * @return id of the visit that mutes it
     */
    public Optional<String> mutedBy(AlertLabels alert, List<AlertLabels> active) {
        if (!target.matches(alert)) {
            return Optional.empty();
        }
        return active.stream()
                .filter(other -> !other.get("visit").equals(alert.get("visit")))
                .filter(source::matches)
                .filter(other -> equal.stream().allMatch(label -> shareValue(other, alert, label)))
                .flatMap(other -> other.get("visit").stream())
                .findFirst();
    }

    private static boolean shareValue(AlertLabels one, AlertLabels other, String label) {
        return (one.get(label).isEmpty() && other.get(label).isEmpty())
                || one.get(label).stream().anyMatch(other.get(label)::contains);
    }
}
