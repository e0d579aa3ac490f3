package io.visitwatch.app.backtest;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Host;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One alert in short: what a reader is told, without the numbers that differ between any two readings.
 *
 * @param change what changed
 * @param detail what tells it from another alert of the same kind about the same visit: the new status, dates, hosts, article
 * @param at event time, UTC
 * @param status status of the visit then
 * @param visitors the delegation then, in words
 * @param who its head
 * @param country country or organisation acted for
 * @param summary the alert in a sentence
 * @param sentence the evidence; empty when no article caused it
 * @param title title of that article; may be empty
 * @param url address of that article; null when unknown
 */
record Told(
        VisitChange change,
        String detail,
        Instant at,
        VisitStatus status,
        String visitors,
        String who,
        String country,
        String summary,
        String sentence,
        String title,
        @Nullable String url) {
    static Told of(Alert alert) {
        Visit visit = alert.visit();
        Visit.Source source = visit.sources().stream()
                .filter(each -> each.reportId().equals(alert.reportId()))
                .findFirst()
                .orElse(visit.sources().isEmpty() ? null : visit.sources().get(0));
        Evidence evidence = alert.evidence() != null ? alert.evidence() : source == null ? null : source.evidence();
        return new Told(
                alert.change(),
                detail(alert, source),
                alert.at(),
                visit.status(),
                visit.visitors().stream()
                        .map(visitor -> name(visitor) + " (" + visitor.country() + ")")
                        .collect(Collectors.joining(", ")),
                name(visit.head()),
                visit.head().country(),
                alert.summary(),
                evidence == null ? "" : evidence.sentence(),
                source == null ? "" : source.title(),
                source == null ? null : source.url());
    }

    private static String detail(Alert alert, Visit.@Nullable Source source) {
        Visit visit = alert.visit();
        return switch (alert.change()) {
            case STATUS_CHANGED -> visit.status().name();
            case DATES_CHANGED -> visit.dates().start() + "/" + visit.dates().end();
            case VISITOR_ADDED -> Integer.toString(visit.visitors().size());
            case HOST_MET -> visit.hosts().stream().map(Host::id).sorted().collect(Collectors.joining(","));
            case NEW_SOURCE -> source == null ? "" : source.articleId();
            case NEW_VISIT, CONFIRMED, CONTRADICTED, OVERDUE, RETRACTED, MERGED -> "";
        };
    }

    private static String name(Visitor visitor) {
        return visitor.named() ? visitor.name() : visitor.role() == null ? "delegation" : visitor.role();
    }
}
