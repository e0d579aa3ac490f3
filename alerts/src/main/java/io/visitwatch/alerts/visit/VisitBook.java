package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's state in memory, indexed for its questions, and the ledger at work on it: one event in, its result out and kept.
 *
 * <p>Used as it is by replay and tests, and by the topology, which loads it from its stores and writes each result back. Not
 * thread-safe: one stream task, one book.
 */
public final class VisitBook implements LedgerView {
    /** Years of past visits kept for base rates. */
    static final int HISTORY_YEARS = 25;

    private final VisitLedger ledger;
    private final Map<String, LedgerEntry> entries = new HashMap<>();
    private final DayIndex byLastDay = new DayIndex();
    private final DayIndex byCountry = new DayIndex();
    private final DayIndex gatherings = new DayIndex();
    private final DayIndex openByLastDay = new DayIndex();
    private final DayIndex openByEnd = new DayIndex();
    private final Set<String> gathering = new HashSet<>();
    private final Map<String, Set<String>> byArticle = new HashMap<>();
    private final Map<String, TreeSet<String>> undated = new HashMap<>();
    private final Map<String, PastVisit> past = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, TreeMap<String, PastVisit>>> history = new HashMap<>();
    private Instant clock = Instant.EPOCH;

    /** An empty book. */
    public VisitBook(VisitLedger ledger) {
        this.ledger = ledger;
    }

    /** One article's claim: time passes to it, then it is joined. */
    public LedgerResult apply(VisitReport report) {
        LedgerResult passed = tick(VisitLedger.timeOf(report));
        return passed.then(keep(ledger.apply(this, report)));
    }

    /** A revision was read to its end. */
    public LedgerResult apply(ArticleReading reading) {
        return keep(ledger.apply(this, reading));
    }

    /** An analyst decided. */
    public LedgerResult apply(Command command) {
        return keep(ledger.apply(this, command));
    }

    /** Why a command cannot be applied, as one line; empty when it can. */
    public String refusal(Command command) {
        return ledger.refusal(this, command);
    }

    /** Time passes. */
    public LedgerResult tick(Instant now) {
        return keep(ledger.tick(this, now));
    }

    /** Puts back what an earlier run kept: only before the first event. */
    public void restore(Instant time, Collection<LedgerEntry> kept, Collection<PastVisit> pastVisits) {
        clock = time;
        kept.forEach(this::put);
        pastVisits.forEach(this::remember);
    }

    /** The visit in short as base rates count it; empty when they do not count it. */
    public Optional<PastVisit> past(String visitId) {
        return Optional.ofNullable(past.get(visitId));
    }

    /** All visits the book knows, by id. */
    public List<Visit> visits() {
        return entries.values().stream()
                .map(LedgerEntry::visit)
                .sorted(Comparator.comparing(Visit::id))
                .toList();
    }

    @Override
    public Instant clock() {
        return clock;
    }

    @Override
    public Collection<LedgerEntry> near(String watch, String country, LocalDate from, LocalDate to) {
        return begunBy(to, byCountry.between(at(watch, country), from, LocalDate.MAX));
    }

    @Override
    public Collection<LedgerEntry> gatherings(String watch, LocalDate from, LocalDate to) {
        return begunBy(to, gatherings.between(watch, from, LocalDate.MAX));
    }

    private List<LedgerEntry> begunBy(LocalDate day, List<String> ids) {
        return ids.stream()
                .map(this::known)
                .filter(entry -> !firstDay(entry).isAfter(day))
                .toList();
    }

    @Override
    public Collection<LedgerEntry> undated(String watch) {
        TreeSet<String> ids = undated.get(watch);
        return ids == null ? List.of() : ids.stream().map(this::known).toList();
    }

    @Override
    public Collection<LedgerEntry> all(String watch) {
        return known(byLastDay.between(watch, LocalDate.MIN, LocalDate.MAX));
    }

    @Override
    public Optional<LedgerEntry> byId(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public Collection<LedgerEntry> byArticle(String articleId) {
        return byArticle.getOrDefault(articleId, Set.of()).stream()
                .map(this::known)
                .toList();
    }

    @Override
    public Collection<LedgerEntry> openBefore(LocalDate day) {
        return known(openByLastDay.betweenAnywhere(LocalDate.MIN, day));
    }

    @Override
    public Collection<LedgerEntry> openEnding(LocalDate from, LocalDate to) {
        return known(openByEnd.betweenAnywhere(from, to.plusDays(1)));
    }

    @Override
    public Collection<LedgerEntry> before(LocalDate day) {
        // a visit nobody can date is not old: dated reports of it may still come
        LocalDate dated = LocalDate.EPOCH.plusDays(1);
        return day.isBefore(dated) ? List.of() : known(byLastDay.betweenAnywhere(dated, day));
    }

    @Override
    public List<PastVisit> history(String watch, String country) {
        List<PastVisit> visits = new ArrayList<>();
        history.getOrDefault(at(watch, country), new TreeMap<>()).values().forEach(day -> visits.addAll(day.values()));
        return Collections.unmodifiableList(visits);
    }

    private LedgerResult keep(LedgerResult result) {
        clock = result.clock();
        result.entries().forEach(this::put);
        result.entries().forEach(this::recount);
        result.forgotten().forEach(this::drop);
        return result;
    }

    private void put(LedgerEntry entry) {
        String id = entry.id();
        boolean gathers = gathers(entry, entries.get(id));
        drop(id);
        entries.put(id, entry);
        if (gathers) {
            gathering.add(id);
        }
        index(entry, (index, key, day) -> index.add(key, day, id));
        for (VisitReport report : entry.reports()) {
            byArticle
                    .computeIfAbsent(report.articleId(), article -> new TreeSet<>())
                    .add(id);
        }
        if (entry.reports().stream().anyMatch(Claim::undated)) {
            undated.computeIfAbsent(entry.visit().place().watch(), watch -> new TreeSet<>())
                    .add(id);
        }
    }

    private void drop(String id) {
        LedgerEntry entry = entries.remove(id);
        if (entry == null) {
            return;
        }
        index(entry, (index, key, day) -> index.remove(key, day, id));
        gathering.remove(id);
        TreeSet<String> guessed = undated.get(entry.visit().place().watch());
        if (guessed != null) {
            guessed.remove(id);
        }
        for (VisitReport report : entry.reports()) {
            Set<String> ids = byArticle.get(report.articleId());
            if (ids != null && ids.remove(id) && ids.isEmpty()) {
                byArticle.remove(report.articleId());
            }
        }
    }

    /** Puts something into an index, or takes it out. */
    private interface Change {
        void of(DayIndex index, String key, LocalDate day);
    }

    /** Everywhere a visit stands in the indexes by day. */
    private void index(LedgerEntry entry, Change change) {
        String watch = entry.visit().place().watch();
        LocalDate last = Calendar.lastDay(entry.visit());
        change.of(byLastDay, watch, last);
        entry.visit().visitors().stream()
                .map(Visitor::country)
                .distinct()
                .forEach(country -> change.of(byCountry, at(watch, country), last));
        if (gathering.contains(entry.id())) {
            change.of(gatherings, watch, last);
        }
        if (!entry.visit().closed()) {
            change.of(openByLastDay, watch, last);
            change.of(openByEnd, watch, Calendar.end(entry.visit()));
        }
    }

    /** Whether some report tells of a gathering; of a visit known not to gather, only what is new is read. */
    private boolean gathers(LedgerEntry entry, @Nullable LedgerEntry former) {
        Set<String> read = former == null || gathering.contains(entry.id())
                ? Set.of()
                : former.reports().stream().map(VisitReport::id).collect(Collectors.toSet());
        return entry.reports().stream().anyMatch(r -> !read.contains(r.id()) && Joiner.ofGathering(r));
    }

    private static String at(String watch, String country) {
        return watch + "|" + country;
    }

    /** Only visits that take or took place count for base rates. */
    private void recount(LedgerEntry entry) {
        Visit visit = entry.visit();
        forgetPast(visit.id());
        boolean counts = !visit.retracted()
                && visit.mergedInto() == null
                && visit.status().coarse() != VisitStatus.Coarse.CANCELLED;
        LocalDate oldest = clock.atZone(ZoneOffset.UTC).toLocalDate().minusYears(HISTORY_YEARS);
        LocalDate start = Calendar.firstDay(visit);
        if (counts && start.isAfter(oldest)) {
            remember(PastVisit.of(visit, start));
        }
    }

    private void remember(PastVisit visit) {
        past.put(visit.id(), visit);
        history.computeIfAbsent(at(visit.watch(), visit.country()), key -> new TreeMap<>())
                .computeIfAbsent(visit.start(), day -> new TreeMap<>())
                .put(visit.id(), visit);
    }

    private void forgetPast(String id) {
        PastVisit old = past.remove(id);
        if (old != null) {
            TreeMap<LocalDate, TreeMap<String, PastVisit>> days = history.get(at(old.watch(), old.country()));
            if (days != null && days.containsKey(old.start())) {
                days.get(old.start()).remove(id);
            }
        }
    }

    private List<LedgerEntry> known(List<String> ids) {
        return ids.stream().map(this::known).toList();
    }

    private LedgerEntry known(String id) {
        LedgerEntry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalStateException("index names visit " + id + " that the book does not hold");
        }
        return entry;
    }

    private static LocalDate firstDay(LedgerEntry entry) {
        LocalDate first = Calendar.firstDay(entry.visit());
        LocalDate opened = entry.visit().openedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return first.isBefore(opened) ? first : opened;
    }
}
