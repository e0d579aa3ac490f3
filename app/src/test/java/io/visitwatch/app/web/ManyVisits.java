package io.visitwatch.app.web;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** As many made-up visits as an archive of 24 years holds, a few hundred of them of these days. The same for the same numbers. */
final class ManyVisits {
    private static final int DAYS = 24 * 365;
    private static final List<String> COUNTRIES = List.of(
            "IR", "TR", "US", "SA", "JO", "KW", "FR", "GB", "DE", "AE", "QA", "EG", "RU", "CN", "IT", "NL", "ES", "JP",
            "KR", "SY", "LB", "OM", "BH", "PK", "IN", "AZ", "GR", "PL", "NO", "SE", "AU", "CA", "BE", "RO", "CZ", "HU",
            "UN", "EU", "LAS", "OPEC", "DZ", "TN", "MA", "UA", "BY");
    private static final List<String> OFFICES =
            List.of("head-of-state", "head-of-government", "foreign-minister", "minister", "envoy", "ambassador");
    private static final List<String> SENTENCES = List.of(
            "en|The %s arrived in Baghdad on Tuesday for talks on trade, water and the security of the shared border, his office said.",
            "ar|وصل %s إلى بغداد صباح الثلاثاء لإجراء مباحثات بشأن التجارة والمياه وأمن الحدود المشتركة، بحسب مكتبه.",
            "tr|%s, ticaret, su ve sınır güvenliği konularını görüşmek üzere salı günü Bağdat'a geldi.",
            "fa|%s صبح سه‌شنبه برای گفت‌وگو درباره تجارت، آب و امنیت مرزها وارد بغداد شد.");

    private ManyVisits() {}

    /** {@code count} visits up to {@code today}, one in fifty of the last days or the days to come. */
    static List<Visit> until(LocalDate today, int count) {
        Random random = new Random(7);
        List<Visit> visits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean fresh = i % 50 == 0;
            int back = fresh ? random.nextInt(20) - 7 : random.nextInt(DAYS);
            visits.add(visit(i, today.minusDays(back), today, random));
        }
        return visits;
    }

    private static Visit visit(int number, LocalDate day, LocalDate today, Random random) {
        // a few countries send most visitors
        String country = COUNTRIES.get((int) (Math.pow(random.nextDouble(), 2) * COUNTRIES.size()));
        int office = random.nextInt(OFFICES.size());
        String name = "Visitor " + (char) ('A' + number % 26) + ". Number" + number;
        VisitStatus status = day.isAfter(today)
                ? VisitStatus.ANNOUNCED
                : number % 9 == 0 ? VisitStatus.DISPUTED : VisitStatus.ARRIVED;
        List<Visit.Source> sources = new ArrayList<>();
        Instant at = (day.isAfter(today) ? today : day).atTime(8, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < 1 + number % 4; i++) {
            sources.add(source(
                    "r" + number + "-" + i,
                    name,
                    status,
                    at.plusSeconds(600L * i),
                    SENTENCES.get((number + i) % SENTENCES.size())));
        }
        boolean old = day.isBefore(today.minusDays(5));
        return new Visit(
                "visit-" + number,
                1,
                List.of(new Visitor("x:" + number, name, country, OFFICES.get(office), null, 1 + Math.min(4, office))),
                new VisitPlace("baghdad", PlaceLevel.PLACE, "baghdad", null),
                new VisitDates(day, day.plusDays(number % 3), VisitDates.Precision.DAY),
                status,
                List.of(),
                0.6 + random.nextInt(40) / 100.0,
                number % 3 == 0,
                1 + number % 4,
                List.of(new Visit.Step(
                        status, at, sources.get(0).reportId(), sources.get(0).evidence())),
                sources,
                List.of(),
                at,
                at,
                old,
                null,
                List.of(),
                0,
                false,
                false,
                null,
                null);
    }

    private static Visit.Source source(String id, String name, VisitStatus status, Instant at, String pattern) {
        String sentence = String.format(java.util.Locale.ROOT, pattern.substring(3), name);
        Evidence evidence = new Evidence("text", new TextSpan(0, sentence.length()), sentence);
        Outlet outlet = new Outlet("Wire " + id.length(), "IQ", SourceClass.AGENCY);
        return new Visit.Source(
                id,
                "a-" + id,
                0,
                "https://wire.example/" + id,
                "Arrival",
                outlet,
                pattern.substring(0, 2),
                at,
                status,
                0.9,
                evidence,
                0);
    }
}
