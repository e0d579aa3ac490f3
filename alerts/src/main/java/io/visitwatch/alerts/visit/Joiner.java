package io.visitwatch.alerts.visit;

import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the visits a report may touch, clusters their reports anew, and keeps the ids that were told. */
final class Joiner {
    /** Visits further away than this from a report's days cannot be touched by it. */
    private static final int REACH_DAYS = 45;

    private final LedgerConfig config;
    private final Clustering clustering;
    private final VisitDeriver deriver;
    private final Calendar calendar;

    Joiner(LedgerConfig config, Clustering clustering, VisitDeriver deriver, Calendar calendar) {
        this.config = config;
        this.clustering = clustering;
        this.deriver = deriver;
        this.calendar = calendar;
    }

    LedgerResult join(LedgerView view, VisitReport report) {
        if (report.place().level() == PlaceLevel.OTHER || outdated(view, report)) {
            return LedgerResult.nothing(view.clock());
        }
        List<LedgerEntry> pool = pool(view, report);
        Map<String, List<VisitReport>> members = new LinkedHashMap<>();
        List<VisitReport> reports = new ArrayList<>();
        for (LedgerEntry entry : pool) {
            List<VisitReport> kept = new ArrayList<>();
            for (VisitReport known : entry.reports()) {
                kept.add(replaces(report, known) ? report : known);
            }
            members.put(entry.id(), kept);
            kept.stream().filter(r -> !r.id().equals(report.id())).forEach(reports::add);
        }
        reports.add(report);
        List<List<VisitReport>> clusters = clustering.cluster(reports, pins(pool));
        return new Reconciliation(view, pool, members).of(clusters, Cause.of(report));
    }

    /** Whether the report, or a newer revision of its article, is known already. */
    private static boolean outdated(LedgerView view, VisitReport report) {
        return view.byArticle(report.articleId()).stream()
                .flatMap(entry -> entry.reports().stream())
                .filter(known -> known.articleId().equals(report.articleId()))
                .anyMatch(known ->
                        known.revision() > report.revision() || known.id().equals(report.id()));
    }

    private static boolean replaces(VisitReport report, VisitReport known) {
        return known.articleId().equals(report.articleId())
                && known.revision() < report.revision()
                && VisitorMatch.best(known, report) != VisitorMatch.NONE;
    }

    /** The visits nearby that share a country with the report, or with one that does: a summit reaches far. */
    private List<LedgerEntry> pool(LedgerView view, VisitReport report) {
        Claim claim = Claim.of(report, config.zoneOf(report.place().watch()), Gathering.of(report));
        LocalDate from = earlier(claim.from(), claim.told()).minusDays(REACH_DAYS);
        LocalDate to = later(claim.to(), claim.told()).plusDays(REACH_DAYS);
        Map<String, LedgerEntry> pool = new TreeMap<>();
        for (LedgerEntry entry : view.byArticle(report.articleId())) {
            pool.put(entry.id(), entry);
        }
        Reach reach = new Reach(view, report.place().watch(), from, to, claim.gathering() != Gathering.NONE, pool);
        List<LedgerEntry> among = new ArrayList<>(season(view, report));
        among.addAll(view.undated(report.place().watch())); // an office alone may go to any of them
        reach.spread(claim.countries(), gatheringKeys(List.of(report)), among);
        addTimeless(view, report, pool);
        return pool.values().stream()
                .sorted(Comparator.comparing((LedgerEntry e) -> e.visit().openedAt())
                        .thenComparing(LedgerEntry::id))
                .toList();
    }

    /** Where reports nobody can date are about: all visits of which some article makes the same guess of the time. */
    private static List<LedgerEntry> season(LedgerView view, VisitReport report) {
        String watch = report.place().watch();
        boolean any = Claim.undated(report)
                || view.undated(watch).stream()
                        .anyMatch(e -> e.reports().stream().anyMatch(r -> Claim.sameGuess(r, report)));
        return any
                ? view.all(watch).stream()
                        .filter(e -> e.reports().stream().anyMatch(r -> Claim.sameGuess(r, report)))
                        .toList()
                : List.of();
    }

    /** All visits of whoever the pool tells of, when some article about him may tell of any of them. */
    private static void addTimeless(LedgerView view, VisitReport report, Map<String, LedgerEntry> pool) {
        String watch = report.place().watch();
        Set<String> timeless = new TreeSet<>();
        Stream.concat(Stream.of(report), view.undated(watch).stream().flatMap(e -> e.reports().stream()))
                .filter(Claim::timeless)
                .forEach(r -> timeless.add(Claim.who(r)));
        if (timeless.isEmpty()) {
            return;
        }
        Set<String> asked = new TreeSet<>();
        Set<String> people = new TreeSet<>(Set.of(Claim.who(report)));
        pool.values().forEach(e -> e.reports().forEach(r -> people.add(Claim.who(r))));
        people.retainAll(timeless);
        while (!asked.equals(people)) {
            asked.addAll(people);
            for (LedgerEntry entry : view.all(watch)) {
                if (!pool.containsKey(entry.id())
                        && entry.reports().stream().anyMatch(r -> asked.contains(Claim.who(r)))) {
                    pool.put(entry.id(), entry);
                    entry.reports().forEach(r -> people.add(Claim.who(r)));
                }
            }
            people.retainAll(timeless);
        }
    }

    static List<String> gatheringKeys(List<VisitReport> reports) {
        return reports.stream()
                .filter(Claim::ofGathering)
                .map(VisitReport::visitKey)
                .toList();
    }

    /** Whether it tells of a gathering, or guesses that it does. */
    static boolean ofGathering(VisitReport report) {
        return Gathering.of(report) != Gathering.NONE || Claim.ofGathering(report);
    }

    static boolean gathers(LedgerEntry entry) {
        return entry.reports().stream().anyMatch(r -> Gathering.of(r) != Gathering.NONE);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static Map<String, String> pins(Collection<LedgerEntry> pool) {
        Map<String, String> pins = new HashMap<>();
        for (LedgerEntry entry : pool) {
            entry.overlay().pinned().forEach(reportId -> pins.put(reportId, entry.id()));
        }
        return pins;
    }

    /** Takes away what a newer revision no longer claims. */
    LedgerResult withdraw(LedgerView view, ArticleReading reading) {
        Cause cause = Cause.of(reading);
        LedgerResult result = LedgerResult.nothing(view.clock());
        List<LedgerEntry> entries = view.byArticle(reading.articleId()).stream()
                .sorted(Comparator.comparing(LedgerEntry::id))
                .toList();
        for (LedgerEntry entry : entries) {
            List<VisitReport> kept = entry.reports().stream()
                    .filter(r -> !r.articleId().equals(reading.articleId())
                            || r.revision() >= reading.revision()
                            || reading.reportIds().contains(r.id()))
                    .toList();
            if (kept.size() < entry.reports().size()) {
                result = result.then(
                        kept.isEmpty()
                                ? retract(view, entry, cause, "no source says so any more")
                                : change(view, entry, kept, entry.overlay(), cause));
            }
        }
        return result;
    }

    LedgerResult retract(LedgerView view, LedgerEntry entry, Cause cause, String why) {
        Visit gone = Visits.retracted(entry.visit(), cause.at());
        Changes changes = new Changes(gone, entry.told(), cause, List.of());
        if (!entry.overlay().rejected()) {
            changes.retracted(why);
        }
        LedgerEntry next = new LedgerEntry(gone, List.of(), entry.overlay(), changes.told());
        return new LedgerResult(view.clock(), List.of(next), List.of(), changes.alerts());
    }

    /** The visit under new reports or verdicts, with what that makes worth telling. */
    LedgerResult change(LedgerView view, LedgerEntry entry, List<VisitReport> reports, Overlay overlay, Cause cause) {
        Visit derived = deriver.derive(entry.id(), reports, overlay);
        Visit now = Visits.remembered(derived, entry.visit());
        boolean silent = overlay.rejected() && entry.overlay().rejected();
        boolean repeat = reports.size() > config.maxReports()
                && cause.report() != null
                && reports.contains(cause.report())
                && !entry.reports().contains(cause.report())
                && saysTheSame(entry.visit(), now);
        if (repeat) {
            LedgerEntry counted =
                    new LedgerEntry(Visits.repeated(entry.visit()), entry.reports(), overlay, entry.told());
            return new LedgerResult(view.clock(), List.of(counted), List.of(), List.of());
        }
        Changes changes = new Changes(now, entry.told(), cause, List.of());
        if (!silent) {
            changes.since(entry.visit());
        }
        LedgerEntry next = new LedgerEntry(now, reports, overlay, changes.told());
        return new LedgerResult(view.clock(), List.of(next), List.of(), changes.alerts());
    }

    private static boolean saysTheSame(Visit before, Visit after) {
        return before.visitors().equals(after.visitors())
                && before.status() == after.status()
                && before.dates().equals(after.dates())
                && before.hosts().equals(after.hosts())
                && before.confirmed() == after.confirmed();
    }

    /** A visit nobody has told of yet. */
    LedgerResult open(LedgerView view, Set<String> taken, List<VisitReport> reports, Overlay overlay, Cause cause) {
        VisitReport first = reports.get(0);
        String watch = first.place().watch();
        LocalDate day = first.eventTime().atZone(config.zoneOf(watch)).toLocalDate();
        String id = Ids.visit(watch, day, first.head().country(), first.id());
        for (int again = 2; taken.contains(id) || view.byId(id).isPresent(); again++) {
            id = Ids.visit(watch, day, first.head().country(), first.id() + "#" + again);
        }
        Visit visit = deriver.derive(id, reports, overlay);
        if (calendar.past(visit, view.clock())) {
            visit = Visits.closed(visit);
        }
        boolean quiet = cause.backfill() || calendar.stale(visit, view.clock());
        Cause told = new Cause(cause.at(), cause.report(), quiet, cause.dataVersion());
        List<PastVisit> past = view.history(watch, visit.head().country());
        Changes changes = new Changes(visit, List.of(), told, BaseRates.of(visit, Calendar.firstDay(visit), past));
        changes.opened();
        LedgerEntry entry = new LedgerEntry(visit, reports, overlay, changes.told());
        return new LedgerResult(view.clock(), List.of(entry), List.of(), changes.alerts());
    }

    /** The visit turned out to be another one. */
    LedgerResult mergeAway(LedgerView view, LedgerEntry entry, String into, Cause cause) {
        Visit gone = Visits.merged(entry.visit(), into, cause.at());
        Changes changes = new Changes(gone, entry.told(), cause, List.of());
        if (!entry.overlay().rejected()) {
            changes.merged(into);
        }
        LedgerEntry next = new LedgerEntry(gone, List.of(), entry.overlay(), changes.told());
        return new LedgerResult(view.clock(), List.of(next), List.of(), changes.alerts());
    }

    /** Gives each cluster of reports the visit id under which most of it was told, the oldest visit choosing first. */
    private final class Reconciliation {
        private final LedgerView view;
        private final List<LedgerEntry> pool;
        private final Map<String, List<VisitReport>> members;
        private final Map<Integer, LedgerEntry> owners = new TreeMap<>();
        private final Map<String, String> mergedInto = new LinkedHashMap<>();

        Reconciliation(LedgerView view, List<LedgerEntry> pool, Map<String, List<VisitReport>> members) {
            this.view = view;
            this.pool = pool;
            this.members = members;
        }

        LedgerResult of(List<List<VisitReport>> clusters, Cause cause) {
            for (LedgerEntry entry : pool) {
                claim(entry, clusters);
            }
            LedgerResult result = LedgerResult.nothing(view.clock());
            for (LedgerEntry entry : pool) {
                String into = mergedInto.get(entry.id());
                if (into != null) {
                    result = result.then(mergeAway(view, entry, into, cause));
                }
            }
            Set<String> taken = new TreeSet<>();
            for (int i = 0; i < clusters.size(); i++) {
                LedgerEntry owner = owners.get(i);
                List<VisitReport> cluster = clusters.get(i);
                if (owner == null) {
                    LedgerResult opened = open(view, taken, cluster, Overlay.NONE, cause);
                    opened.entries().forEach(e -> taken.add(e.id()));
                    result = result.then(opened);
                } else if (!owner.reports().equals(cluster)) {
                    result = result.then(change(view, owner, cluster, overlay(owner), cause));
                }
            }
            return result;
        }

        private void claim(LedgerEntry entry, List<List<VisitReport>> clusters) {
            int best = -1;
            long most = 0;
            int bestTaken = -1;
            long mostTaken = 0;
            Set<VisitReport> mine = Set.copyOf(members.getOrDefault(entry.id(), List.of()));
            for (int i = 0; i < clusters.size(); i++) {
                long common = clusters.get(i).stream().filter(mine::contains).count();
                boolean taken = owners.containsKey(i);
                if (!taken && common > most) {
                    most = common;
                    best = i;
                } else if (taken && common > mostTaken) {
                    mostTaken = common;
                    bestTaken = i;
                }
            }
            LedgerEntry owner = owners.get(bestTaken);
            if (best >= 0) {
                owners.put(best, entry);
            } else if (owner != null) {
                mergedInto.put(entry.id(), owner.id());
            }
        }

        /** The owner's verdicts, with those of the visits merged into it. */
        private Overlay overlay(LedgerEntry owner) {
            Overlay overlay = owner.overlay();
            for (LedgerEntry entry : pool) {
                if (owner.id().equals(mergedInto.get(entry.id()))) {
                    overlay = overlay.note("joined with " + entry.id());
                    overlay = overlay.pin(entry.overlay().pinned());
                }
            }
            return overlay;
        }
    }

    /** All members of several visits in event order. */
    static List<VisitReport> united(List<LedgerEntry> entries) {
        return entries.stream()
                .flatMap(e -> e.reports().stream())
                .collect(Collectors.toMap(VisitReport::id, r -> r, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .sorted(Claim.reportOrder())
                .toList();
    }
}
