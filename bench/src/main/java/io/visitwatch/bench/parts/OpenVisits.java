package io.visitwatch.bench.parts;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.bench.Curve;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What joining a report costs as the open visits grow from a thousand to a million: ever more watched places, each with a thousand
 * open visits from two hundred countries.
 */
public final class OpenVisits implements Measurement {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final int COUNTRIES = 200;
    private static final int PER_PLACE = 1_000;
    private static final int PROBES = 1_000;
    private static final Instant NOW = Instant.parse("2025-01-26T09:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 2, 1);
    private static final Outlet OUTLET = new Outlet("Made News", null, SourceClass.AGENCY);
    private static final Path CURVE = Path.of("docs", "growth-visits.svg");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private int probe;

    @Override
    public List<String> ids() {
        return List.of("growth-visits");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<Rounds.Timed> works = new ArrayList<>();
        for (int size : SIZES) {
            VisitBook book = book(size);
            works.add(() -> perReport(book));
        }
        List<List<Double>> times = Rounds.inTurn(setup.rounds(), works);
        Rounds.Times ends = new Rounds.Times(times.get(SIZES.size() - 1), times.get(0));
        Curve.write(CURVE, "Microseconds to join a report, by open visits", SIZES, times, 1e6);
        return List.of(new Row(
                "growth-visits",
                "joining a report among 1 M open visits",
                "the same report among 1,000 open visits",
                "flat: ≤ 1.1 × its time",
                Row.Bound.AT_MOST,
                1.1,
                "x",
                ends.slowdowns(),
                ends.detail()
                        + " a report, a thousand open visits of 200 countries in each watched place; curve:"
                        + " [growth-visits.svg](growth-visits.svg)"));
    }

    /** A book with so many open visits. */
    static VisitBook book(int open) {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
        for (int i = 0; i < open; i++) {
            book.apply(report("open" + i, i));
        }
        return book;
    }

    /** Seconds of processor time for one report of a visit known already, from another article. */
    private double perReport(VisitBook book) {
        probe++;
        List<VisitReport> reports = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            reports.add(report("probe" + probe + "-" + i, i));
        }
        int told = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        for (VisitReport report : reports) {
            told += book.apply(report).entries().size();
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9 / PROBES;
        if (told < PROBES) {
            throw new IllegalStateException("a report changed no visit");
        }
        return seconds;
    }

    /** A report of the visit of a number: of one country, in one place, in one of five months. */
    static VisitReport report(String article, int visit) {
        int country = visit % COUNTRIES;
        String code = "" + (char) ('A' + country / 26) + (char) ('A' + country % 26);
        String id = "person:" + visit;
        String watch = "place" + visit / PER_PLACE;
        LocalDate day = FIRST_DAY.plusDays(visit % PER_PLACE / COUNTRIES * 60L + visit % 20);
        String words = "Minister " + visit + " of " + code + " will visit in " + day.getMonth();
        return new VisitReport(
                article + "/0/0",
                article,
                0,
                "http://127.0.0.1/" + article,
                words,
                OUTLET,
                "en",
                NOW,
                NOW,
                List.of(new Visitor(id, "Minister " + visit, code, "foreign-minister", "foreign minister", 2)),
                new VisitPlace(watch, PlaceLevel.PLACE, watch, null),
                new VisitDates(day, day, VisitDates.Precision.DAY),
                VisitStatus.ANNOUNCED,
                List.of(),
                null,
                List.of(new Evidence("title", new TextSpan(0, words.length()), words)),
                List.of("made"),
                0.9,
                List.of(),
                id + "|" + watch + "|" + day,
                List.of(),
                null,
                false,
                "made");
    }
}
