package io.visitwatch.enrich.detect;

import io.visitwatch.model.VisitReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one document was read as.
 *
 * @param line the prediction, one JSON object; its {@code visit_key} rests on this document alone
 * @param reports all claims read, other places too, as the ledger takes them
 * @param told id of the claim the line tells; null when it alerts of none
 */
public record Detection(
        String line, List<VisitReport> reports, @Nullable String told) {
    /** Copies the list. */
    public Detection {
        Objects.requireNonNull(line, "line");
        reports = List.copyOf(reports);
    }
}
