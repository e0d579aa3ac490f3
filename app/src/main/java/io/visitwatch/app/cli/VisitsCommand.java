package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.alerts.command.Command;
import io.visitwatch.app.run.CommandRecord;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.RecordSender;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The visits as they stand, and the verdicts of analysts on them. */
@picocli.CommandLine.Command(
        name = "visits",
        description = "List and show visits; confirm, reject, merge, split, rename or silence them.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class VisitsCommand implements Runnable {
    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    /** Who decides, and why: kept in the history of the visit. */
    static final class Said {
        @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "Who decides.")
        private String by;

        @Option(names = "--note", paramLabel = "TEXT", description = "The reason, kept with the visit.")
        private @Nullable String note;
    }

    @Override
    public void run() {
        list(null, false);
    }

    @picocli.CommandLine.Command(name = "list", description = "One line for each visit, last changed first.")
    int list(
            @Option(names = "--country", paramLabel = "CODE", description = "Visitor's state or organisation.")
                    @Nullable String country,
            @Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        visits(root, broker.access(root)).values().stream()
                .filter(visit -> country == null
                        || visit.visitors().stream().anyMatch(v -> country.equalsIgnoreCase(v.country())))
                .sorted(Comparator.comparing(Visit::updatedAt).reversed().thenComparing(Visit::id))
                .forEach(visit -> root.out().println(json ? Json.write(visit) : text(visit)));
        return ExitCode.OK;
    }

    @picocli.CommandLine.Command(name = "show", description = "Print everything about one visit, as JSON.")
    int show(@Parameters(paramLabel = "VISIT", description = "Its id.") String id) {
        Visitwatch root = Visitwatch.of(spec);
        Visit visit = known(visits(root, broker.access(root)), id);
        root.out().println(Json.mapper().valueToTree(visit).toPrettyString());
        return ExitCode.OK;
    }

    @picocli.CommandLine.Command(name = "confirm", description = "It is true, whatever the number of sources.")
    int confirm(@Parameters(paramLabel = "VISIT", description = "Its id.") String id, @Mixin Said said) {
        return keep(said, (key, now) -> Command.confirm(key, id, now, said.by, said.note));
    }

    @picocli.CommandLine.Command(name = "reject", description = "There is no such visit: told as retracted.")
    int reject(@Parameters(paramLabel = "VISIT", description = "Its id.") String id, @Mixin Said said) {
        return keep(said, (key, now) -> Command.reject(key, id, now, said.by, said.note));
    }

    @picocli.CommandLine.Command(name = "merge", description = "Another visit is this one: its reports move here.")
    int merge(
            @Parameters(paramLabel = "VISIT", description = "The one that stays.") String id,
            @Parameters(paramLabel = "OTHER", description = "The one that goes.") String other,
            @Mixin Said said) {
        return keep(said, (key, now) -> Command.merge(key, id, other, now, said.by));
    }

    @picocli.CommandLine.Command(name = "split", description = "Some reports tell of a visit of its own.")
    int split(
            @Parameters(index = "0", paramLabel = "VISIT", description = "Its id.") String id,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "REPORT",
                            description = "sources[].reportId of visits show.")
                    List<String> reports,
            @Mixin Said said) {
        return keep(said, (key, now) -> Command.split(key, id, reports, now, said.by));
    }

    @picocli.CommandLine.Command(name = "rename", description = "A visitor is called differently.")
    int rename(
            @Parameters(index = "0", paramLabel = "VISIT", description = "Its id.") String id,
            @Parameters(index = "1", paramLabel = "VISITOR", description = "visitors[].id of visits show.")
                    String visitor,
            @Parameters(index = "2", paramLabel = "NAME", description = "The right name.") String name,
            @Mixin Said said) {
        return keep(said, (key, now) -> Command.rename(key, id, visitor, name, now, said.by));
    }

    @picocli.CommandLine.Command(name = "silence", description = "Nobody is woken by it for a while.")
    int silence(
            @Parameters(paramLabel = "VISIT", description = "Its id.") String id,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "TIME",
                            description = "End of the silence: 2026-11-22T18:00:00Z.")
                    Instant until,
            @Mixin Said said) {
        return keep(said, (key, now) -> Command.silence(key, id, until, now, said.by));
    }

    private int keep(Said said, BiFunction<String, Instant, Command> verdict) {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        Command command;
        try {
            command =
                    verdict.apply(UUID.randomUUID().toString(), clock.instant()).noting(said.note);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        check(visits(root, access), command);
        RecordSender.send(access, List.of(CommandRecord.of(access.topics(), command, "cli")), BrokerOptions.PATIENCE);
        root.talk().say("kept as command %s: the notes of the visit will show it", command.id());
        return ExitCode.OK;
    }

    /** What the ledger could only put among the dead letters is refused at once. */
    private static void check(Map<String, Visit> visits, Command command) {
        Visit visit = known(visits, command.visitId());
        if (command.otherVisitId() != null) {
            known(visits, command.otherVisitId());
        }
        for (String report : command.reportIds()) {
            part(visit.sources().stream().anyMatch(s -> s.reportId().equals(report)), visit, "no report " + report);
        }
        String visitor = command.visitorId();
        part(
                visitor == null || visit.visitors().stream().anyMatch(v -> v.id().equals(visitor)),
                visit,
                "no visitor " + visitor);
    }

    private static void part(boolean is, Visit visit, String lack) {
        if (!is) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "visit " + visit.id() + " has " + lack + ": see ./visitwatch visits show " + visit.id());
        }
    }

    private static Visit known(Map<String, Visit> visits, String id) {
        Visit visit = visits.get(id);
        if (visit == null) {
            throw new Refusal(ExitCode.USAGE, "no visit " + id + ": list them with ./visitwatch visits list");
        }
        return visit;
    }

    private static Map<String, Visit> visits(Visitwatch root, KafkaAccess access) {
        Map<String, Visit> latest = new TreeMap<>();
        try (TopicReader reader =
                TopicReader.open(access, access.topics().visits().name(), BrokerOptions.PATIENCE)) {
            reader.readToEnd(entry -> {
                latest.remove(entry.key());
                if (entry.value() != null) {
                    parse(root, entry).ifPresent(visit -> latest.put(visit.id(), visit));
                }
                return true;
            });
        }
        return latest;
    }

    private static Optional<Visit> parse(Visitwatch root, ConsumerRecord<String, byte[]> entry) {
        try {
            return Optional.of(Json.read(new String(entry.value(), StandardCharsets.UTF_8), Visit.class));
        } catch (JsonProcessingException e) {
            root.talk()
                    .warn("no visit at " + entry.topic() + "-" + entry.partition() + "@" + entry.offset()
                            + ", left out: " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static String text(Visit visit) {
        String mark = visit.mergedInto() != null
                ? "merged into " + visit.mergedInto()
                : visit.retracted() ? "retracted" : visit.status().name();
        return String.join(
                "  ",
                visit.id(),
                mark,
                visit.dates().start() == null
                        ? "-"
                        : String.valueOf(visit.dates().start()),
                AlertLine.visitors(visit),
                visit.sources().size() + " report(s)");
    }
}
