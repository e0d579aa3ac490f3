package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A year of invented visits, told by several outlets each, in a hundred orders of arrival. */
class OrderOfArrivalTest {
    private static final int ORDERS = 100;
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 3);
    private static final String[] COUNTRIES = {"IR", "TR", "US", "FR", "SA", "KW"};
    private static final String[] OFFICES = {"foreign-minister", "defence-minister", "head-of-government", "envoy"};

    /** A visit that took place in the invented world, and its reports. */
    private record True(String name, LocalDate day, List<VisitReport> reports) {}

    private static List<True> world(long seed, int daysApart, int visits) {
        Random random = new Random(seed);
        List<True> world = new ArrayList<>();
        for (int n = 0; n < visits; n++) {
            int country = random.nextInt(COUNTRIES.length);
            int office = random.nextInt(OFFICES.length);
            LocalDate day = FIRST.plusDays(random.nextInt(330));
            String who = "Q" + (country * 10 + office);
            boolean near = world.stream()
                    .anyMatch(t -> t.name.equals(who) && Math.abs(t.day.toEpochDay() - day.toEpochDay()) < daysApart);
            if (!near) {
                world.add(new True(who, day, reports(random, n, COUNTRIES[country], OFFICES[office], who, day)));
            }
        }
        return world;
    }

    private static List<VisitReport> reports(
            Random random, int n, String country, String office, String who, LocalDate day) {
        List<VisitReport> reports = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int shift = random.nextInt(8) - 4;
            Instant at = day.plusDays(shift).atTime(6 + i, 10).toInstant(ZoneOffset.UTC);
            Reports report = Reports.of("n" + n + "-" + i).published(at.toString());
            if (i > 0 && random.nextInt(4) == 0) {
                report.office(country, office);
            } else {
                report.visitor(who, "Person " + who, country, office);
            }
            report.status(
                    shift < 0
                            ? VisitStatus.ANNOUNCED
                            : random.nextInt(4) == 0 && shift > 1 ? VisitStatus.ENDED : VisitStatus.ARRIVED);
            if (shift < 0 || random.nextBoolean() || shift > 2) {
                report.on(day.toString());
            }
            reports.add(report.build());
        }
        return reports;
    }

    private static VisitBook read(List<VisitReport> reports, List<Alert> alerts) {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard().forAnyOrder()));
        reports.forEach(r -> alerts.addAll(book.apply(r).alerts()));
        return book;
    }

    /** All that must not depend on the order: who, when, where it stands, and on which reports it rests. */
    private static Set<String> shape(VisitBook book) {
        Set<String> shape = new TreeSet<>();
        for (Visit visit : book.visits()) {
            if (visit.mergedInto() == null && !visit.retracted()) {
                shape.add(visit.visitors() + "|" + visit.dates() + "|" + visit.status() + "|" + visit.confidence() + "|"
                        + visit.confirmed() + "|" + visit.sources() + "|" + visit.history());
            }
        }
        return shape;
    }

    @ParameterizedTest
    @CsvSource({"1, 30, 40", "2, 30, 40", "3, 30, 40", "4, 6, 60"})
    void aHundredOrdersOfArrivalGiveTheSameVisits(long seed, int daysApart, int visits) {
        List<VisitReport> reports = new ArrayList<>();
        world(seed, daysApart, visits).forEach(t -> reports.addAll(t.reports));
        reports.sort(Claim.reportOrder());
        Set<String> inOrder = shape(read(reports, new ArrayList<>()));
        Random random = new Random(seed * 1000);
        for (int i = 0; i < ORDERS; i++) {
            Collections.shuffle(reports, random);
            assertThat(shape(read(reports, new ArrayList<>())))
                    .as("seed " + seed + ", order " + i)
                    .isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void oneVisitGivesOneFirstAlert(long seed) {
        List<True> world = world(seed, 30, 40);
        List<VisitReport> reports = new ArrayList<>();
        world.forEach(t -> reports.addAll(t.reports));
        reports.sort(Claim.reportOrder());
        List<Alert> alerts = new ArrayList<>();
        read(reports, alerts);
        long first =
                alerts.stream().filter(a -> a.change() == VisitChange.NEW_VISIT).count();
        assertThat((double) first / world.size())
                .as("first alerts per true visit")
                .isBetween(0.97, 1.05);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameInputGivesTheSameBytes(long seed) {
        List<VisitReport> reports = new ArrayList<>();
        world(seed, 30, 40).forEach(t -> reports.addAll(t.reports));
        List<Alert> once = new ArrayList<>();
        List<Alert> again = new ArrayList<>();
        read(reports, once);
        read(reports, again);
        assertThat(again).isEqualTo(once);
        assertThat(new HashSet<>(once.stream().map(Alert::id).toList())).hasSameSizeAs(once);
    }
}
