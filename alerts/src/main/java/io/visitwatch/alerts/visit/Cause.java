package io.visitwatch.alerts.visit;

import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.VisitReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What made a visit change.
 *
 * @param at event time
 * @param report the report; null when time, an analyst or a withdrawal made it
 * @param backfill whether it was imported as history
 * @param dataVersion digest of the rules and data behind it; empty for time and analysts
 */
record Cause(Instant at, @Nullable VisitReport report, boolean backfill, String dataVersion) {
    static Cause of(VisitReport report) {
        return new Cause(report.eventTime(), report, report.backfill(), report.dataVersion());
    }

    static Cause of(ArticleReading reading) {
        return new Cause(reading.at(), null, reading.backfill(), reading.dataVersion());
    }

    static Cause at(Instant at) {
        return new Cause(at, null, false, "");
    }
}
