package io.visitwatch.app.cli;

import io.visitwatch.alerts.render.Plain;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Alerts as CSV (RFC 4180) that a spreadsheet can open without running what a stranger wrote. */
final class AlertCsv {
    static final String HEADER =
            "id,at,change,visit,visitors,countries,place,status,start,end,confidence,confirmed,sources,evidence,summary";

    private AlertCsv() {}

    static String line(Alert alert) {
        Visit visit = alert.visit();
        return List.of(
                        alert.id(),
                        alert.at(),
                        alert.change(),
                        visit.id(),
                        AlertLine.visitors(visit),
                        visit.visitors().stream()
                                .map(v -> v.country())
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        visit.place().id(),
                        visit.status(),
                        Objects.requireNonNullElse(visit.dates().start(), ""),
                        Objects.requireNonNullElse(visit.dates().end(), ""),
                        visit.confidence(),
                        visit.confirmed(),
                        visit.independentSources(),
                        alert.evidence() == null ? "" : alert.evidence().sentence(),
                        alert.summary())
                .stream()
                .map(Object::toString)
                .map(AlertCsv::cell)
                .collect(Collectors.joining(","));
    }

    /** A quoted cell; a leading sign that a spreadsheet would take for a formula gets an apostrophe. */
    static String cell(String value) {
        String plain = Plain.line(value);
        String safe = !plain.isEmpty() && "=+-@".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
