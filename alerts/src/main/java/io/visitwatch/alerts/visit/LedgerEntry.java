package io.visitwatch.alerts.visit;

import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import java.util.List;
import java.util.Objects;

/**
 * What the ledger keeps of one visit.
 *
 * @param visit the visit as last told
 * @param reports the reports it rests on, in event order; empty when it was withdrawn or merged away
 * @param overlay what analysts decided
 * @param told keys of the changes told so far, in the order they were told: what is there is told once
 */
public record LedgerEntry(Visit visit, List<VisitReport> reports, Overlay overlay, List<String> told) {
    public LedgerEntry {
        Objects.requireNonNull(visit, "visit");
        reports = List.copyOf(reports);
        Objects.requireNonNull(overlay, "overlay");
        told = List.copyOf(told);
    }

    /** Id of the visit. */
    public String id() {
        return visit.id();
    }
}
