package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    private final Map<String, TreeMap<LocalDate, TreeSet<String>>> byLastDay = new TreeMap<>();
    private final Map<String, Set<String>> byArticle = new HashMap<>();
    private final TreeSet<String> open = new TreeSet<>();
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
    public Collection<LedgerEntry> near(String watch, LocalDate from, LocalDate to) {
        List<LedgerEntry> near = new ArrayList<>();
        for (Set<String> ids :
                byLastDay.getOrDefault(watch, new TreeMap<>()).tailMap(from).values()) {
            for (String id : ids) {
                LedgerEntry entry = known(id);
                if (!firstDay(entry).isAfter(to)) {
                    near.add(entry);
                }
            }
        }
        return near;
    }

    @Override
    public Collection<LedgerEntry> undated(String watch) {
        TreeSet<String> ids = undated.get(watch);
        return ids == null ? List.of() : ids.stream().map(this::known).toList();
    }

    @Override
    public Collection<LedgerEntry> all(String watch) {
        return near(watch, LocalDate.MIN, LocalDate.MAX);
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
    public Collection<LedgerEntry> open() {
        return open.stream().map(this::known).toList();
    }

    @Override
    public Collection<LedgerEntry> before(LocalDate day) {
        List<LedgerEntry> before = new ArrayList<>();
        for (TreeMap<LocalDate, TreeSet<String>> days : byLastDay.values()) {
            // a visit nobody can date is not old: dated reports of it may still come
            days.headMap(day).forEach((last, ids) -> {
                if (last.isAfter(LocalDate.EPOCH)) {
                    ids.forEach(id -> before.add(known(id)));
                }
            });
        }
        return before;
    }

    @Override
    public List<PastVisit> history(String watch, String country) {
        List<PastVisit> visits = new ArrayList<>();
        history.getOrDefault(watch + "|" + country, new TreeMap<>())
                .values()
                .forEach(day -> visits.addAll(day.values()));
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
        drop(entry.id());
        entries.put(entry.id(), entry);
        byLastDay
                .computeIfAbsent(entry.visit().place().watch(), watch -> new TreeMap<>())
                .computeIfAbsent(lastDay(entry), day -> new TreeSet<>())
                .add(entry.id());
        for (VisitReport report : entry.reports()) {
            byArticle.computeIfAbsent(report.articleId(), id -> new TreeSet<>()).add(entry.id());
        }
        if (!entry.visit().closed()) {
            open.add(entry.id());
        }
        if (entry.reports().stream().anyMatch(Claim::undated)) {
            undated.computeIfAbsent(entry.visit().place().watch(), watch -> new TreeSet<>())
                    .add(entry.id());
        }
    }

    private void drop(String id) {
        LedgerEntry entry = entries.remove(id);
        if (entry == null) {
            return;
        }
        open.remove(id);
        TreeSet<String> guessed = undated.get(entry.visit().place().watch());
        if (guessed != null) {
            guessed.remove(id);
        }
        TreeMap<LocalDate, TreeSet<String>> days =
                byLastDay.get(entry.visit().place().watch());
        LocalDate day = lastDay(entry);
        if (days != null && days.containsKey(day)) {
            days.get(day).remove(id);
            if (days.get(day).isEmpty()) {
                days.remove(day);
            }
        }
        for (VisitReport report : entry.reports()) {
            Set<String> ids = byArticle.get(report.articleId());
            if (ids != null && ids.remove(id) && ids.isEmpty()) {
                byArticle.remove(report.articleId());
            }
        }
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
        history.computeIfAbsent(visit.watch() + "|" + visit.country(), key -> new TreeMap<>())
                .computeIfAbsent(visit.start(), day -> new TreeMap<>())
                .put(visit.id(), visit);
    }

    private void forgetPast(String id) {
        PastVisit old = past.remove(id);
        if (old != null) {
            TreeMap<LocalDate, TreeMap<String, PastVisit>> days = history.get(old.watch() + "|" + old.country());
            if (days != null && days.containsKey(old.start())) {
                days.get(old.start()).remove(id);
            }
        }
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

    private static LocalDate lastDay(LedgerEntry entry) {
        return Calendar.lastDay(entry.visit());
    }
}
