package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was told: followed live, listed, shown, exported. */
@Command(name = "alerts", description = "Follow, list, show and export alerts.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class AlertsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    /** Forms of an export; the names are what people type. */
    enum Form {
        json,
        csv
    }

    @Override
    public void run() {
        spec.commandLine().usage(Visitwatch.of(spec).out());
    }

    @Command(name = "tail", description = "Print the last alerts; with --follow go on with new ones until Ctrl-C.")
    int tail(
            @Option(
                            names = {"-f", "--follow"},
                            description = "Wait for new alerts.")
                    boolean follow,
            @Option(names = "-n", paramLabel = "COUNT", defaultValue = "10", description = "How many old ones first.")
                    int count,
            @Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        Deque<Alert> last = new ArrayDeque<>();
        try (TopicReader reader = open(root)) {
            reader.readToEnd(entry -> {
                Alert alert = parse(root, entry);
                if (alert != null) {
                    last.addLast(alert);
                }
                if (last.size() > count) {
                    last.removeFirst();
                }
                return true;
            });
            last.forEach(alert -> print(root, alert, json));
            if (follow) {
                root.talk().say("waiting for alerts, Ctrl-C ends");
                reader.follow(() -> true, entry -> {
                    Alert alert = parse(root, entry);
                    if (alert != null) {
                        print(root, alert, json);
                    }
                    return !root.out().checkError(); // whoever read us is gone
                });
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "list", description = "Print all alerts that match.")
    int list(
            @Option(names = "--country", paramLabel = "CODE", description = "Visitor's state or organisation.")
                    @Nullable String country,
            @Option(names = "--change", paramLabel = "CHANGE", description = "NEW_VISIT, STATUS_CHANGED, …") @Nullable String change,
            @Option(names = "--visitor", paramLabel = "TEXT", description = "Part of a visitor's name.") @Nullable String visitor,
            @Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        each(root, alert -> {
            if (matches(alert, country, change, visitor)) {
                print(root, alert, json);
            }
        });
        return ExitCode.OK;
    }

    @Command(name = "show", description = "Print everything about one visit or alert, as JSON.")
    int show(@Parameters(paramLabel = "ID", description = "Id of an alert or of a visit.") String id) {
        Visitwatch root = Visitwatch.of(spec);
        Set<String> found = new TreeSet<>();
        each(root, alert -> {
            if (alert.id().equals(id) || alert.visit().id().equals(id)) {
                found.add(alert.id());
                root.out().println(Json.mapper().valueToTree(alert).toPrettyString());
            }
        });
        if (found.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "no alert or visit " + id + ": list them with ./visitwatch alerts list");
        }
        return ExitCode.OK;
    }

    @Command(name = "export", description = "Write all alerts to standard output.")
    int export(
            @Option(names = "--format", defaultValue = "json", description = "json (one a line) or csv.") Form form) {
        Visitwatch root = Visitwatch.of(spec);
        if (form == Form.csv) {
            root.out().println(AlertCsv.HEADER);
        }
        each(root, alert -> root.out().println(form == Form.csv ? AlertCsv.line(alert) : Json.write(alert)));
        return ExitCode.OK;
    }

    private void each(Visitwatch root, java.util.function.Consumer<Alert> action) {
        try (TopicReader reader = open(root)) {
            reader.readToEnd(entry -> {
                Alert alert = parse(root, entry);
                if (alert != null) {
                    action.accept(alert);
                }
                return !root.out().checkError();
            });
        }
    }

    private TopicReader open(Visitwatch root) {
        KafkaAccess access = broker.access(root);
        return TopicReader.open(access, access.topics().alerts().name(), BrokerOptions.PATIENCE);
    }

    private static void print(Visitwatch root, Alert alert, boolean json) {
        root.out().println(json ? Json.write(alert) : new AlertLine(root.talk()).of(alert));
    }

    private static boolean matches(
            Alert alert, @Nullable String country, @Nullable String change, @Nullable String visitor) {
        Visit visit = alert.visit();
        String names = AlertLine.visitors(visit).toLowerCase(Locale.ROOT);
        return (country == null || visit.visitors().stream().anyMatch(v -> country.equalsIgnoreCase(v.country())))
                && (change == null || change.equalsIgnoreCase(alert.change().name()))
                && (visitor == null || names.contains(visitor.toLowerCase(Locale.ROOT)));
    }

    private static @Nullable Alert parse(Visitwatch root, ConsumerRecord<String, byte[]> entry) {
        if (entry.value() == null) {
            return null; // a tombstone
        }
        String text = new String(entry.value(), StandardCharsets.UTF_8);
        try {
            return Json.read(text, Alert.class);
        } catch (JsonProcessingException e) {
            root.talk()
                    .warn("no alert at " + entry.topic() + "-" + entry.partition() + "@" + entry.offset()
                            + ", left out: " + e.getOriginalMessage());
            return null;
        }
    }

    /** Shared with {@code dlq}: one line of JSON as a tree, null when it is none. */
    static @Nullable JsonNode tree(byte @Nullable [] value) {
        try {
            return value == null ? null : Json.mapper().readTree(value);
        } catch (java.io.IOException e) {
            return null; // shown as what it is by the caller
        }
    }
}
