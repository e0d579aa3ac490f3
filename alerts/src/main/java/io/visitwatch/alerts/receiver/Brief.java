package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.render.AlertText;
import io.visitwatch.model.Alert;
import java.util.List;
import java.util.Optional;

/** An alert in the few words that a chat takes; the limits of each chat follow from these lengths and from its number of alerts. */
final class Brief {
    static final int TITLE = 250;
    static final int EVIDENCE = 900;
    static final int PROVENANCE = 100;
    private static final int LINK = 300;

    private Brief() {}

    static String title(Alert alert) {
        return Cut.to(TITLE, AlertText.title(alert));
    }

    static String evidence(Alert alert) {
        return Cut.to(EVIDENCE, AlertText.evidence(alert));
    }

    static String provenance(Alert alert) {
        return Cut.to(PROVENANCE, AlertText.provenance(alert));
    }

    /** A shortened address leads nowhere, so that a very long one is left out. */
    static Optional<String> link(Alert alert) {
        return AlertText.link(alert).filter(url -> url.length() <= LINK);
    }

    /** How many alerts are left out when {@code most} are told; empty when none is. */
    static String more(List<Alert> alerts, int most) {
        int more = alerts.size() - most;
        return more > 0 ? "+ " + more + " more" : "";
    }
}
