package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.date.DateMention;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a visit takes place, out of the dates beside its triggers, else out of the publication day and the status. */
final class ReportDates {
    /** News of an arrival is out within this many days. */
    private static final int NEWS_LAG = 2;

    private ReportDates() {}

    /** The dates of a visit. */
    static VisitDates of(List<Claim> claims, VisitStatus status, @Nullable LocalDate day) {
        VisitDates rough = null;
        for (Claim claim : claims) {
            for (DateSpot spot : claim.frame().datesIn(claim.at())) {
                boolean over = status.coarse() == VisitStatus.Coarse.HAPPENING;
                boolean other = day != null && over && spot.ahead(day) && spot.open();
                DateMention date = other ? spot.date().otherReading() : spot.date();
                boolean fits = day == null || other || (!spot.old(day) && !(over && spot.ahead(day)));
                VisitDates said = new VisitDates(date.start(), date.end(), precision(date));
                if (fits && said.precision() == VisitDates.Precision.DAY) {
                    return said;
                }
                rough = fits && rough == null ? said : rough;
            }
        }
        if (rough != null) {
            return rough;
        }
        if (day == null || status.coarse() != VisitStatus.Coarse.HAPPENING) {
            return VisitDates.UNKNOWN;
        }
        return new VisitDates(day.minusDays(NEWS_LAG), day, VisitDates.Precision.PUBLISHED);
    }

    private static VisitDates.Precision precision(DateMention date) {
        return switch (date.precision()) {
            case DAY, DAYS -> VisitDates.Precision.DAY;
            case WEEK -> VisitDates.Precision.WEEK;
            case MONTH, YEAR -> VisitDates.Precision.MONTH;
        };
    }
}
