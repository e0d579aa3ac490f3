package io.visitwatch.app;

import io.visitwatch.model.Evidence;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.TextSpan;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Visits for tests, each resting on one article. */
public final class SampleVisits {
    private SampleVisits() {}

    /** A visit of one minister, told by one article. */
    public static Visit visit(String id, String name, String country, String day, VisitStatus status, String article) {
        Instant at = Instant.parse(day + "T08:00:00Z");
        String sentence = name + " arrived in Baghdad <b>today</b>.";
        Evidence evidence = new Evidence("text", new TextSpan(0, sentence.length()), sentence);
        Visit.Source source = new Visit.Source(
                "r-" + article,
                article,
                0,
                null,
                "Arrival",
                new Outlet("Wire", "IQ", SourceClass.AGENCY),
                "en",
                at,
                status,
                0.9,
                evidence,
                0);
        LocalDate start = LocalDate.parse(day);
        return new Visit(
                id,
                1,
                List.of(new Visitor("x:" + name, name, country, "minister", "minister", 2)),
                new VisitPlace("baghdad", PlaceLevel.PLACE, "baghdad", null),
                new VisitDates(start, start, VisitDates.Precision.DAY),
                status,
                List.of(),
                0.9,
                false,
                1,
                List.of(new Visit.Step(status, at, "r-" + article, evidence)),
                List.of(source),
                List.of(),
                at,
                at,
                false,
                null,
                List.of(),
                0,
                false,
                false,
                null,
                null);
    }
}
