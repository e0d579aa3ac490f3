package io.visitwatch.bench.alerts;

import io.visitwatch.model.Evidence;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.TextSpan;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports without end, each of a visit of its own: eight visits a day by ministers of forty states, one after the other. */
final class MadeReports {
    private static final Instant FIRST = Instant.parse("2016-01-10T09:00:00Z");
    private static final Duration APART = Duration.ofHours(3);
    private static final List<String> COUNTRIES =
            List.of(Locale.getISOCountries()).subList(0, 40);

    private final AtomicInteger made = new AtomicInteger();

    /** Time as the reports have it: that of the latest one. */
    Instant now() {
        return at(made.get());
    }

    VisitReport next() {
        int number = made.incrementAndGet();
        String article = "made-" + number + ".";
        Instant at = at(number);
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        String country = COUNTRIES.get(number % COUNTRIES.size());
        String name = "Minister " + Integer.toString(number, Character.MAX_RADIX);
        String sentence = name + " arrived in Baghdad today for talks with Iraqi leaders.";
        return new VisitReport(
                article + "0",
                article,
                0,
                "http://127.0.0.1/" + number,
                name + " arrives in Baghdad",
                new Outlet("Made News", null, SourceClass.AGENCY),
                "en",
                at,
                at,
                List.of(new Visitor(country + ":" + number, name, country, "foreign-minister", "foreign minister", 2)),
                new VisitPlace("baghdad", PlaceLevel.PLACE, "baghdad", null),
                new VisitDates(day, day, VisitDates.Precision.DAY),
                VisitStatus.ARRIVED,
                List.of(),
                null,
                List.of(new Evidence("text", new TextSpan(0, sentence.length()), sentence)),
                List.of("made"),
                0.9,
                List.of(),
                "made-" + number,
                List.of(),
                null,
                false,
                "made");
    }

    private static Instant at(int number) {
        return FIRST.plus(APART.multipliedBy(number));
    }
}
