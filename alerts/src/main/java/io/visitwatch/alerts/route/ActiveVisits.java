package io.visitwatch.alerts.route;

import io.visitwatch.model.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The visits that go on, as their last alerts labelled them: what inhibition looks at. Not thread-safe. */
public final class ActiveVisits {
    private final Map<String, AlertLabels> labels = new LinkedHashMap<>();

    /** Takes note of an alert: its visit is active from now on, or no more. */
    public void remember(Alert alert) {
        if (alert.visit().closed() || alert.visit().retracted()) {
            labels.remove(alert.visit().id());
        } else {
            labels.put(alert.visit().id(), AlertLabels.of(alert));
        }
    }

    /** Labels of the last alert of each active visit. */
    public List<AlertLabels> all() {
        return new ArrayList<>(labels.values());
    }
}
