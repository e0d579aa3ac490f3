package io.visitwatch.alerts;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.TextSpan;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts for tests: one visit of one visitor, as much of it as a test wants to change. */
public record Alerts(
        String visitId,
        VisitChange change,
        VisitStatus status,
        Visitor visitor,
        String title,
        String sentence,
        boolean backfill,
        End end,
        @Nullable Instant silencedUntil) {
    /** Whether the visit goes on. */
    public enum End {
        NOT_YET,
        CLOSED,
        RETRACTED
    }

    /** Event time of all alerts made here. */
    public static final Instant AT = Instant.parse("2026-03-10T09:00:00Z");

    private static final Visitor MINISTER =
            new Visitor("x:tr:aydin", "Kemal Aydin", "TR", "foreign-minister", "foreign minister", 2);

    /** A Turkish minister who has arrived. */
    public static Alerts arrival() {
        return new Alerts(
                "v1",
                VisitChange.NEW_VISIT,
                VisitStatus.ARRIVED,
                MINISTER,
                "Minister arrives",
                "Foreign Minister Kemal Aydin arrived in Baghdad.",
                false,
                End.NOT_YET,
                null);
    }

    /** The same for another visit. */
    public Alerts of(String visit) {
        return new Alerts(visit, change, status, visitor, title, sentence, backfill, end, silencedUntil);
    }

    /** With another change and status. */
    public Alerts with(VisitChange other, VisitStatus reached) {
        return new Alerts(visitId, other, reached, visitor, title, sentence, backfill, end, silencedUntil);
    }

    /** With another visitor. */
    public Alerts by(Visitor other) {
        return new Alerts(visitId, change, status, other, title, sentence, backfill, end, silencedUntil);
    }

    /** With other words from the news. */
    public Alerts saying(String headline, String words) {
        return new Alerts(visitId, change, status, visitor, headline, words, backfill, end, silencedUntil);
    }

    /** Resting on imported history. */
    public Alerts fromHistory() {
        return new Alerts(visitId, change, status, visitor, title, sentence, true, end, silencedUntil);
    }

    /** Of a visit that is over, or was taken back. */
    public Alerts ended(End other) {
        return new Alerts(visitId, change, status, visitor, title, sentence, backfill, other, silencedUntil);
    }

    /** Of a visit that an analyst silenced. */
    public Alerts silenced(Instant until) {
        return new Alerts(visitId, change, status, visitor, title, sentence, backfill, end, until);
    }

    /** The alert. */
    public Alert build() {
        Evidence evidence = new Evidence("text", new TextSpan(0, sentence.length()), sentence);
        Visit.Source source = new Visit.Source(
                "r1",
                "a1",
                0,
                "https://news.example/a1",
                title,
                new Outlet("Tigris Wire", "IQ", SourceClass.AGENCY),
                "en",
                AT,
                status,
                0.93,
                evidence,
                0);
        Visit visit = new Visit(
                visitId,
                1,
                List.of(visitor),
                new VisitPlace("baghdad", PlaceLevel.PLACE, "baghdad", "Green Zone"),
                new VisitDates(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 10), VisitDates.Precision.DAY),
                status,
                List.of(),
                0.93,
                false,
                1,
                List.of(new Visit.Step(status, AT, "r1", evidence)),
                List.of(source),
                List.of(),
                AT,
                AT,
                end == End.CLOSED,
                null,
                List.of(),
                0,
                false,
                end == End.RETRACTED,
                null,
                silencedUntil);
        return new Alert(
                visitId + "-" + change + "-" + status,
                change,
                AT,
                change + ": " + title,
                visit,
                null,
                evidence,
                "r1",
                List.of("arrive"),
                List.of(),
                List.of(),
                backfill,
                "test");
    }
}
