package io.visitwatch.alerts.render;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.util.Optional;

/** An alert in plain words: one title line, the sentence that proves it, where it stands. Not yet escaped for any channel. */
public final class AlertText {
    private AlertText() {}

    /** One line: what changed. */
    public static String title(Alert alert) {
        return Plain.line(alert.summary());
    }

    /** The sentence that proves it, empty for a change that time or an analyst made. */
    public static String evidence(Alert alert) {
        return alert.evidence() == null ? "" : Plain.line(alert.evidence().sentence());
    }

    /** The source behind this alert, if a report made it. */
    public static Optional<Visit.Source> source(Alert alert) {
        return alert.visit().sources().stream()
                .filter(source -> source.reportId().equals(alert.reportId()))
                .findFirst();
    }

    /** Outlet and language of the source, and the confidence. */
    public static String provenance(Alert alert) {
        String outlet = source(alert)
                .map(source -> Plain.line(source.outlet().name()) + " (" + source.language() + ")")
                .orElse("no single source");
        return outlet + ", confidence " + Math.round(alert.visit().confidence() * 100) + " %, "
                + alert.visit().independentSources() + " independent source"
                + (alert.visit().independentSources() == 1 ? "" : "s");
    }

    /** Address of the article behind this alert, http or https only. */
    public static Optional<String> link(Alert alert) {
        return source(alert)
                .map(Visit.Source::url)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
    }
}
