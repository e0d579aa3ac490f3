package io.visitwatch.bench.alerts;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Part;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import io.visitwatch.app.run.StreamsSettings;
import io.visitwatch.bench.Copying;
import io.visitwatch.bench.Folders;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;

/**
 * From a visit report on its topic to the alert on its own: by a service with nobody around it, by one with 200 listeners that
 * stopped reading, 1,000 silences and a receiver, and beside both a topology that copies, with the settings of the service.
 */
public final class AlertLatency implements Measurement {
    private static final int CLIENTS = 200;
    private static final int SILENCES = 1_000;
    private static final String BARE_IN = "bare-in";
    private static final String BARE_OUT = "bare-out";

    @Override
    public List<String> ids() {
        return List.of("report-p99", "report-crowd");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        Path folder = Files.createTempDirectory("visitwatch-bench-");
        MadeReports quietly = new MadeReports();
        MadeReports crowdedly = new MadeReports();
        try (Service quiet = start(folder.resolve("quiet"), "kafka: {prefix: quiet}", true, quietly);
                Service crowded =
                        start(folder.resolve("crowded"), crowd(quiet.access().bootstrap()), false, crowdedly);
                KafkaStreams bare = bare(quiet.access(), folder.resolve("bare"))) {
            bare.start();
            quiet.awaitReady();
            crowded.awaitReady();
            URI api = URI.create(Objects.requireNonNull(crowded.apiUrl()));
            List<List<Double>> times = Rounds.inTurn(
                    setup.rounds(),
                    List.of(
                            () -> {
                                SilentClients clients = new SilentClients(api, CLIENTS);
                                try (clients) {
                                    return told(crowded.access(), crowdedly);
                                }
                            },
                            () -> told(quiet.access(), quietly),
                            () -> p99(quiet.access(), new MadeReports(), BARE_IN, BARE_OUT)));
            return rows(times);
        } finally {
            Folders.remove(folder);
        }
    }

    private static List<Row> rows(List<List<Double>> times) {
        Rounds.Times beside = new Rounds.Times(times.get(0), times.get(2));
        Rounds.Times crowded = new Rounds.Times(times.get(0), times.get(1));
        return List.of(
                new Row(
                        "report-p99",
                        "report on its topic → alert on its own, with 200 listeners that do not read and 1,000 silences, p99",
                        "a bare topology that copies, exactly once, same commit interval, p99",
                        "≤ 1.5 × its time",
                        Row.Bound.AT_MOST,
                        1.5,
                        "x",
                        beside.slowdowns(),
                        beside.detail() + ", 50 reports a second, each of a visit of its own, eight visits a day"),
                new Row(
                        "report-crowd",
                        "the same",
                        "the same service without listeners, silences and receivers, p99",
                        "≤ 1.1 × its time",
                        Row.Bound.AT_MOST,
                        1.1,
                        "x",
                        crowded.slowdowns(),
                        crowded.detail()));
    }

    private static double told(KafkaAccess access, MadeReports reports) {
        return p99(
                access,
                reports,
                access.topics().visitReports().name(),
                access.topics().alerts().name());
    }

    private static double p99(KafkaAccess access, MadeReports reports, String in, String out) {
        try (RoundTrip trip = new RoundTrip(access, reports, in, out)) {
            return trip.p99();
        }
    }

    /** A service whose clock goes with the reports. */
    private static Service start(Path data, String yaml, boolean broker, MadeReports reports) throws IOException {
        Files.createDirectories(data);
        Path file = Files.writeString(data.resolve("visitwatch.yaml"), yaml + "\napi: {port: 0}\n");
        LoadedConfig config = new ConfigLoader(name -> null).load(file);
        Set<Part> parts = EnumSet.of(Part.alerts, Part.api);
        if (broker) {
            parts.add(Part.broker);
        }
        return Service.start(ServiceOptions.of(config, parts, data), reports::now);
    }

    /** Silences that are all asked and hold nothing back, and somebody to tell. */
    private static String crowd(String bootstrap) {
        StringBuilder yaml = new StringBuilder("kafka: {bootstrap.servers: '" + bootstrap + "', prefix: crowded}\n"
                + "receivers:\n- {name: desk, kind: log}\nroutes:\n- {receiver: desk}\nsilences:\n");
        for (int i = 0; i < SILENCES; i++) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "- {match: ['visitor=~\"Nobody %d.*\"', 'status=arrived'], until: '2099-01-01T00:00:00Z'}%n",
                    i));
        }
        return yaml.toString();
    }

    private static KafkaStreams bare(KafkaAccess access, Path states) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.copyOf(access.client()))) {
            admin.createTopics(List.of(topic(BARE_IN), topic(BARE_OUT))).all().get();
        }
        return new KafkaStreams(
                Copying.of(BARE_IN, BARE_OUT), StreamsSettings.of(access, "bare", states, "bench", 1, false));
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of("message.timestamp.type", "LogAppendTime"));
    }
}
