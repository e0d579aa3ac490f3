package io.visitwatch.alerts.visit;

import io.visitwatch.model.Host;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the reports of one visit say together: a function of the set of reports and of what analysts decided. */
final class VisitDeriver {
    private static final double CERTAIN = 0.999;

    private final LedgerConfig config;

    VisitDeriver(LedgerConfig config) {
        this.config = config;
    }

    /**
     * The visit that {@code reports} tell.
     *
     * @param id id of the visit
     * @param reports its reports in event order, at least one
     * @param overlay what analysts decided
     */
    Visit derive(String id, List<VisitReport> reports, Overlay overlay) {
        return derived(id, datedFirst(reports), overlay);
    }

    /** Reports that nobody can date stand last: they cannot say what came before what. */
    private static List<VisitReport> datedFirst(List<VisitReport> reports) {
        List<VisitReport> ordered = new ArrayList<>(reports);
        ordered.sort(Comparator.comparing(Claim::undated));
        return ordered;
    }

    private Visit derived(String id, List<VisitReport> reports, Overlay overlay) {
        Origins origins = new Origins(reports, config);
        List<Visit.Step> history = LifeCycle.of(reports, origins);
        VisitStatus status = history.get(history.size() - 1).status();
        List<VisitReport> sayingSo = reports.stream()
                .filter(r -> r.status().coarse() != VisitStatus.Coarse.CANCELLED)
                .toList();
        int independent = origins.count(sayingSo);
        boolean confirmed = overlay.confirmed() || config.confirmedWhen().met(independent, origins.officials(sayingSo));
        return new Visit(
                id,
                1,
                Delegation.of(reports, overlay.names()),
                place(reports),
                dates(reports),
                status,
                hosts(reports),
                confidence(reports, origins),
                confirmed,
                origins.count(reports),
                history,
                sources(reports, origins),
                overlay.notes(),
                reports.get(0).eventTime(),
                reports.stream()
                        .map(VisitReport::eventTime)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                false,
                purpose(reports),
                stops(reports),
                0,
                false,
                overlay.rejected(),
                null,
                overlay.silencedUntil());
    }

    /** The nearest place any report states; among equals the one most reports name. */
    private static VisitPlace place(List<VisitReport> reports) {
        PlaceLevel level = reports.stream()
                .map(r -> r.place().level())
                .min(Enum::compareTo)
                .orElseThrow();
        Map<String, Long> named = new TreeMap<>();
        for (VisitReport report : reports) {
            if (report.place().level() == level) {
                named.merge(report.place().id(), 1L, Long::sum);
            }
        }
        String id = named.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        String venue = reports.stream()
                .map(r -> r.place().venue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new VisitPlace(reports.get(0).place().watch(), level, id, venue);
    }

    private static List<VisitPlace> stops(List<VisitReport> reports) {
        Map<String, VisitPlace> stops = new LinkedHashMap<>();
        for (VisitReport report : reports) {
            stops.putIfAbsent(report.place().id(), report.place());
        }
        return List.copyOf(stops.values());
    }

    /** The first day any witness gives; before the visit, the days of the latest plan; else what publication allows. */
    private VisitDates dates(List<VisitReport> reports) {
        List<VisitReport> present = reports.stream()
                .filter(r -> r.status().coarse() == VisitStatus.Coarse.HAPPENING)
                .toList();
        List<VisitReport> telling = present.isEmpty() ? reports : present;
        for (Precision precision : List.of(Precision.DAY, Precision.WEEK, Precision.MONTH)) {
            List<VisitDates> stated = new ArrayList<>();
            for (VisitReport report : telling) {
                if (report.dates().precision() == precision && report.dates().start() != null) {
                    stated.add(report.dates());
                }
            }
            if (!stated.isEmpty()) {
                return present.isEmpty() ? stated.get(stated.size() - 1) : earliest(stated);
            }
        }
        List<VisitReport> bounding =
                telling.stream().filter(r -> !Claim.undated(r)).toList();
        if (bounding.isEmpty()) {
            return VisitDates.UNKNOWN;
        }
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MAX;
        for (VisitReport report : bounding) {
            Claim claim = Claim.of(report, config.zoneOf(report.place().watch()), Gathering.NONE);
            first = claim.from().isBefore(first) ? claim.from() : first;
            last = claim.to().isBefore(last) ? claim.to() : last;
        }
        return new VisitDates(first, last.isBefore(first) ? first : last, Precision.PUBLISHED);
    }

    private static VisitDates earliest(List<VisitDates> stated) {
        return stated.stream()
                .min(Comparator.comparing((VisitDates d) -> Objects.requireNonNull(d.start()))
                        .thenComparing(d -> d.end() == null ? LocalDate.MAX : d.end()))
                .orElseThrow();
    }

    private static List<Host> hosts(List<VisitReport> reports) {
        Map<String, Host> hosts = new LinkedHashMap<>();
        for (VisitReport report : reports) {
            for (Host host : report.hosts()) {
                hosts.merge(host.id(), host, (old, now) -> old.name().isEmpty() ? now : old);
            }
        }
        return List.copyOf(hosts.values());
    }

    /** The best report of each source; sources err independently. Four decimals, so that the bytes never differ. */
    private static double confidence(List<VisitReport> reports, Origins origins) {
        Map<Integer, Double> best = new TreeMap<>();
        for (VisitReport report : reports) {
            best.merge(origins.of(report), report.confidence(), Math::max);
        }
        double wrong = 1;
        for (double sound : best.values()) {
            wrong *= 1 - sound;
        }
        double all = best.size() == 1 ? 1 - wrong : Math.min(CERTAIN, 1 - wrong);
        return Math.round(all * 10_000) / 10_000.0;
    }

    private static @org.jspecify.annotations.Nullable String purpose(List<VisitReport> reports) {
        return reports.stream()
                .filter(r -> r.purpose() != null)
                .min(Comparator.comparing(VisitReport::confidence).reversed().thenComparing(Claim.reportOrder()))
                .map(VisitReport::purpose)
                .orElse(null);
    }

    private static List<Visit.Source> sources(List<VisitReport> reports, Origins origins) {
        List<Visit.Source> sources = new ArrayList<>();
        for (VisitReport r : reports) {
            sources.add(new Visit.Source(
                    r.id(),
                    r.articleId(),
                    r.revision(),
                    r.url(),
                    r.title(),
                    r.outlet(),
                    r.language(),
                    r.eventTime(),
                    r.status(),
                    r.confidence(),
                    r.evidence().get(0),
                    origins.of(r)));
        }
        return sources;
    }
}
