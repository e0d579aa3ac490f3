package io.visitwatch.enrich;

import io.visitwatch.model.NoVisit;
import io.visitwatch.model.VisitReport;
import java.util.List;

/**
 * The visits read out of one article.
 *
 * @param reports visits it reports, the main one first
 * @param rejections why it gives no report, or what else in it looked like a visit and was none; best reason first, one at
 *     least where {@code reports} is empty
 */
public record VisitsRead(List<VisitReport> reports, List<NoVisit> rejections) {
    public VisitsRead {
        reports = List.copyOf(reports);
        rejections = List.copyOf(rejections);
    }
}
