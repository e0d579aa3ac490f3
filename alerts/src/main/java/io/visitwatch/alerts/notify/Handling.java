package io.visitwatch.alerts.notify;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.TextSpan;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Withholds the venue and the hour of a <em>planned</em> visit of a protected person from receivers that need not know. Hours
 * and venues stand in the evidence sentences and titles, so these are withheld whole; the visitor, the day and the sources' names
 * stay.
 *
 * @param protectedRank visits of visitors up to this rank are protected (1 heads of state and government, 2 ministers, …);
 *     0 withholds nothing
 */
public record Handling(int protectedRank) {
    /** What stands in the place of withheld words. */
    public static final String WITHHELD = "[withheld until arrival]";

    /** Withholds nothing. */
    public static final Handling OPEN = new Handling(0);

    /** The alert as this receiver may see it. */
    public Alert apply(Alert alert) {
        Visit visit = alert.visit();
        boolean isProtected = visit.visitors().stream().anyMatch(visitor -> visitor.rank() <= protectedRank);
        if (!isProtected || visit.status().coarse() != VisitStatus.Coarse.PLANNED) {
            return alert;
        }
        return new Alert(
                alert.id(),
                alert.change(),
                alert.at(),
                alert.change() + ": planned visit of " + who(visit) + " " + WITHHELD,
                withhold(visit),
                alert.previousStatus(),
                withhold(alert.evidence()),
                alert.reportId(),
                alert.rules(),
                alert.scoreParts(),
                alert.baseRates(),
                alert.backfill(),
                alert.dataVersion());
    }

    private static String who(Visit visit) {
        return visit.head().named() ? visit.head().name() : visit.head().country();
    }

    private static Visit withhold(Visit visit) {
        VisitPlace place = visit.place();
        return new Visit(
                visit.id(),
                visit.version(),
                visit.visitors(),
                new VisitPlace(place.watch(), place.level(), place.watch(), null),
                visit.dates(),
                visit.status(),
                List.of(),
                visit.confidence(),
                visit.confirmed(),
                visit.independentSources(),
                visit.history().stream()
                        .map(step ->
                                new Visit.Step(step.status(), step.at(), step.reportId(), withhold(step.evidence())))
                        .toList(),
                visit.sources().stream().map(Handling::withhold).toList(),
                List.of(),
                visit.openedAt(),
                visit.updatedAt(),
                visit.closed(),
                null,
                List.of(),
                visit.repeats(),
                visit.overdue(),
                visit.retracted(),
                visit.mergedInto(),
                visit.silencedUntil());
    }

    private static Visit.Source withhold(Visit.Source source) {
        return new Visit.Source(
                source.reportId(),
                source.articleId(),
                source.revision(),
                null,
                WITHHELD,
                source.outlet(),
                source.language(),
                source.at(),
                source.status(),
                source.confidence(),
                new Evidence(source.evidence().section(), new TextSpan(0, 0), WITHHELD),
                source.group());
    }

    private static @Nullable Evidence withhold(@Nullable Evidence evidence) {
        return evidence == null ? null : new Evidence(evidence.section(), new TextSpan(0, 0), WITHHELD);
    }
}
