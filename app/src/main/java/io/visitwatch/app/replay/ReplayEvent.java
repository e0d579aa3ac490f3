package io.visitwatch.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger is told: a claim, or that a revision was read to its end. Ordered by event time, then claims before readings, then
 * by id.
 *
 * @param report the claim; null for a reading
 * @param reading the end of a revision; null for a claim
 */
public record ReplayEvent(
        @Nullable VisitReport report, @Nullable ArticleReading reading) {
    private static final char REPORT = 'r';
    private static final char READING = 's';

    /** A claim. */
    public static ReplayEvent of(VisitReport report) {
        return new ReplayEvent(report, null);
    }

    /** The end of a revision. */
    public static ReplayEvent of(ArticleReading reading) {
        return new ReplayEvent(null, reading);
    }

    /** The line that sorts it. */
    public EventSorter.Event line() {
        char kind = report == null ? READING : REPORT;
        String id = report == null ? Objects.requireNonNull(reading).articleId() : report.id();
        String body = Json.write(report == null ? Objects.requireNonNull(reading) : report);
        return new EventSorter.Event(key(at()) + kind + id.replaceAll("[\\t\\r\\n]", " "), kind + body);
    }

    /** The event a line stands for. */
    static ReplayEvent parse(String line) {
        try {
            String body = line.substring(1);
            return line.charAt(0) == REPORT
                    ? of(Json.read(body, VisitReport.class))
                    : of(Json.read(body, ArticleReading.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run of this replay was changed: start again with --fresh", e);
        }
    }

    /** Its event time. */
    public Instant at() {
        return Optional.ofNullable(report)
                .map(VisitReport::eventTime)
                .orElseGet(() -> Objects.requireNonNull(reading).at());
    }

    /** An instant as text of fixed width that sorts as time does, from the year 0 on. */
    static String key(Instant at) {
        return String.format(Locale.ROOT, "%015d", at.toEpochMilli() + 62_200_000_000_000L);
    }
}
