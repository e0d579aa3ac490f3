package io.visitwatch.alerts.scenario;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.command.Verdict;
import io.visitwatch.alerts.scenario.Scenario.Decide;
import io.visitwatch.alerts.scenario.Scenario.Say;
import io.visitwatch.alerts.scenario.Scenario.Step;
import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.LedgerResult;
import io.visitwatch.alerts.visit.Reports;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.model.Alert;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one story through the ledger in memory, and keeps the very records it sent, so that another backend can be fed the same
 * and must tell the same.
 *
 * <p>Each story has a watched place and a season of its own, one after the other: all stories can run through one ledger whose
 * clock never goes back.
 */
public final class ScenarioRun {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
    private static final int DAYS_PER_STORY = 140;

    private final Scenario scenario;
    private final LocalDate base;
    private final String watch;
    private final VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
    private final List<String> visitIds = new ArrayList<>();
    private final Map<String, Visit> visits = new TreeMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<List<Alert>> told = new ArrayList<>();

    private ScenarioRun(Scenario scenario, int number) {
        this.scenario = scenario;
        this.base = FIRST.plusDays((long) number * DAYS_PER_STORY);
        this.watch = "story-" + number;
    }

    /** One record for the ledger, as it goes to its topic. */
    public record Input(Kind kind, String key, Object value) {}

    /** Where an input goes. */
    public enum Kind {
        REPORT,
        READING,
        COMMAND,
        CLOCK
    }

    /** Runs {@code scenario}, which is the {@code number}th of the suite. */
    public static ScenarioRun of(Scenario scenario, int number) {
        ScenarioRun run = new ScenarioRun(scenario, number);
        scenario.steps().forEach(run::step);
        return run;
    }

    /** Runs the whole suite. */
    public static List<ScenarioRun> all() {
        List<ScenarioRun> runs = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            runs.add(of(scenario, runs.size()));
        }
        return runs;
    }

    public Scenario scenario() {
        return scenario;
    }

    public String watch() {
        return watch;
    }

    public List<Input> inputs() {
        return inputs;
    }

    /** The alerts of each step. */
    public List<List<Alert>> told() {
        return told;
    }

    /** All alerts in order. */
    public List<Alert> alerts() {
        return told.stream().flatMap(List::stream).toList();
    }

    /** The visits in the order they were first told. */
    public List<Visit> visits() {
        return visitIds.stream().map(visits::get).toList();
    }

    /** Number of a visit in this story, from 1. */
    public int number(String visitId) {
        return visitIds.indexOf(visitId) + 1;
    }

    /** The words of a story for what an alert tells: {@code STATUS_CHANGED 1 ARRIVED}. */
    public String words(Alert alert) {
        String words = alert.change() + " " + number(alert.visit().id());
        boolean stage = alert.change() == VisitChange.STATUS_CHANGED || alert.change() == VisitChange.NEW_VISIT;
        return (alert.backfill() ? "quiet " : "")
                + words
                + (stage ? " " + alert.visit().status() : "");
    }

    private void step(Step step) {
        if (step.say() != null) {
            VisitReport report = report(step.say());
            keep(new Input(Kind.REPORT, report.head().country(), report), book.apply(report));
        } else if (step.read() != null) {
            List<String> ids =
                    step.read().reports() == null ? List.of() : step.read().reports();
            ArticleReading reading = new ArticleReading(
                    article(step.read().article()),
                    step.read().revision(),
                    ids.stream().map(this::article).toList(),
                    time(step.read().at()),
                    false,
                    "test-data");
            keep(new Input(Kind.READING, reading.articleId(), reading), book.apply(reading));
        } else if (step.clock() != null) {
            ClockTick tick = new ClockTick(time(step.clock()));
            keep(new Input(Kind.CLOCK, "clock", tick), book.tick(tick.at()));
        } else {
            Command command = command(step.decide());
            keep(new Input(Kind.COMMAND, command.visitId(), command), book.apply(command));
        }
    }

    private void keep(Input input, LedgerResult result) {
        inputs.add(input);
        told.add(result.alerts());
        for (Alert alert : result.alerts()) {
            if (alert.change() == VisitChange.NEW_VISIT) {
                visitIds.add(alert.visit().id());
            }
        }
        result.visits().forEach(v -> visits.put(v.id(), v));
    }

    private VisitReport report(Say say) {
        Reports report = Reports.of(article(say.article()))
                .watch(watch)
                .revision(say.revision())
                .position(say.position())
                .published(time(say.at()).toString());
        for (String visitor : say.who()) {
            visitor(report, visitor);
        }
        if (say.status() != null) {
            report.status(say.status());
        }
        if (say.on() != null) {
            report.on(day(say.on()).toString());
        } else if (say.from() != null) {
            Precision precision = Precision.valueOf(say.precision().toUpperCase(Locale.ROOT));
            report.between(day(say.from()).toString(), day(say.to()).toString(), precision);
        }
        if (say.level() != null || say.place() != null) {
            report.place(
                    say.level() == null ? PlaceLevel.PLACE : say.level(), say.place() == null ? watch : say.place());
        }
        if (say.hosts() != null) {
            say.hosts().forEach(h -> report.host("host:" + h, h, null));
        }
        if (say.outlet() != null || say.kind() != null) {
            report.outlet(
                    say.outlet() == null ? "Outlet " + say.article() : say.outlet(),
                    say.kind() == null ? SourceClass.OTHER : say.kind());
        }
        if (say.credit() != null) {
            report.crediting(say.credit());
        }
        if (say.text() != null) {
            report.fingerprint(say.text().toArray(Long[]::new));
        }
        if (say.title() != null) {
            report.saying(say.title());
        }
        if (say.confidence() > 0) {
            report.confidence(say.confidence());
        }
        return (say.backfill() ? report.backfill() : report).build();
    }

    private static void visitor(Reports report, String words) {
        String id = words.contains("=") ? words.substring(0, words.indexOf('=')) : "";
        String[] parts = words.substring(id.isEmpty() ? 0 : id.length() + 1).split(", *", -1);
        String office = parts.length > 2 ? parts[2] : null;
        if (!id.isEmpty()) {
            report.visitor(id, parts[0].equals("*") ? "" : parts[0], parts[1], office);
        } else if (!parts[0].equals("*")) {
            report.visitor(parts[0], parts[1], office);
        } else if (office == null) {
            report.delegation(parts[1]);
        } else {
            report.office(parts[1], office);
        }
    }

    private Command command(Decide decide) {
        Instant at = time(decide.at());
        String visit = visitIds.get(decide.visit() - 1);
        return new Command(
                watch + "-" + decide.id(),
                visit,
                decide.verdict(),
                at,
                "analyst",
                null,
                decide.verdict() == Verdict.MERGE ? visitIds.get(decide.other() - 1) : null,
                decide.reports() == null
                        ? List.of()
                        : decide.reports().stream()
                                .map(a -> article(a) + "/0/0")
                                .toList(),
                decide.who(),
                decide.name(),
                decide.until() == null ? null : time(decide.until()));
    }

    private String article(String name) {
        return watch + "-" + name;
    }

    /** The day written {@code d3} in the story. */
    public LocalDate day(String words) {
        return base.plusDays(Integer.parseInt(words.substring(1)) - 1L);
    }

    private Instant time(String words) {
        String[] parts = words.split(" ", -1);
        LocalTime time = parts.length > 1 ? LocalTime.parse(parts[1]) : LocalTime.of(9, 0);
        return day(parts[0]).atTime(time).toInstant(ZoneOffset.UTC);
    }
}
