package io.visitwatch.app.cli;

import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.receiver.ReceiverConfig;
import io.visitwatch.alerts.route.ActiveVisits;
import io.visitwatch.alerts.route.Route;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.RoutingReader;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who would be told: the configured routes, and what they make of given alerts. */
@Command(name = "routes", description = "Show the routes, and who would be told of given alerts and why.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class RoutesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        show();
    }

    @Command(name = "show", description = "Print the routing tree.")
    int show() {
        Visitwatch root = Visitwatch.of(spec);
        Routing routing = RoutingReader.routing(root.config().config());
        print(root, routing.root(), "");
        return ExitCode.OK;
    }

    @Command(
            name = "test",
            description =
                    "Say for each alert who would be told, who not, and why: routes, mute times, silences, inhibition, "
                            + "handling marks. Alerts as alerts list --json or replay write them, in their order.")
    int test(
            @Parameters(paramLabel = "ALERTS", description = "JSON lines (.gz too); - for standard input.") String file,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "As if told at this time (ISO), not the alert's own.")
                    @Nullable Instant at,
            @Option(names = "--receiver", paramLabel = "NAME", description = "Only what concerns this receiver.")
                    @Nullable String receiver,
            @Option(names = "--json", description = "One JSON object a line.") boolean json)
            throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        AppConfig config = root.config().config();
        Routing routing = RoutingReader.routing(config);
        Map<String, Handling> handling = RoutingReader.receivers(config).stream()
                .collect(Collectors.toMap(ReceiverConfig::name, ReceiverConfig::handling));
        List<String> unknown = routing.receivers().stream()
                .filter(name -> !handling.containsKey(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(ExitCode.CONFIG, "routes: no receiver named " + unknown + ": add it under receivers");
        }
        ActiveVisits active = new ActiveVisits();
        for (Alert alert : JsonFiles.read(file, Alert.class, root.console())) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Routing.Decision decision : routing.decide(alert, active.all(), at == null ? alert.at() : at)) {
                String name = decision.target().receiver();
                if (receiver == null || receiver.equals(name)) {
                    boolean withheld = !handling.getOrDefault(name, Handling.OPEN)
                            .apply(alert)
                            .equals(alert);
                    outcomes.add(new Outcome(decision, withheld));
                }
            }
            print(root, alert, outcomes, json);
            active.remember(alert);
        }
        return ExitCode.OK;
    }

    private static void print(Visitwatch root, Alert alert, List<Outcome> outcomes, boolean json) {
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("alert", alert.id());
            line.put("visit", alert.visit().id());
            line.put("change", alert.change());
            line.put("decisions", outcomes.stream().map(Outcome::fields).toList());
            root.out().println(Json.write(line));
            return;
        }
        root.out().println(new AlertLine(root.talk()).of(alert));
        if (outcomes.isEmpty()) {
            root.out().println("    -> nobody: no route that matches names a receiver");
        }
        outcomes.forEach(outcome -> root.out().println("    -> " + outcome.text()));
    }

    private static void print(Visitwatch root, Route route, String indent) {
        String receiver = route.receiver() == null ? "" : " -> " + route.receiver();
        String match = route.matchers().all().isEmpty() ? "" : " " + route.matchers();
        String mute = route.muteTimes().isEmpty() ? "" : " mute " + String.join(", ", route.muteTimes());
        root.out().println(indent + route.name() + match + receiver + mute + (route.goOn() ? " (goes on)" : ""));
        route.routes().forEach(child -> print(root, child, indent + "  "));
    }

    /** The decision for one receiver, and whether it would see less. */
    private record Outcome(Routing.Decision decision, boolean withheld) {
        String text() {
            String less = withheld && decision.verdict().tells() ? "; venue and hour withheld" : "";
            return decision.target().receiver() + ": " + verdict() + ", " + decision.why() + less;
        }

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("receiver", decision.target().receiver());
            fields.put("verdict", verdict());
            fields.put("why", decision.why());
            fields.put("route", decision.target().path());
            fields.put("due", decision.due());
            fields.put("withheld", withheld);
            return fields;
        }

        private String verdict() {
            return decision.verdict().name().toLowerCase(Locale.ROOT);
        }
    }
}
