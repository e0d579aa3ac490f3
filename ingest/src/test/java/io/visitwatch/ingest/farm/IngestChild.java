package io.visitwatch.ingest.farm;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.ingest.IngestConfig;
import io.visitwatch.ingest.IngestService;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.poll.PollConfig;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ingest in a process of its own, to be killed without a word. Lives until its standard input ends. */
final class IngestChild {
    private IngestChild() {}

    /** Arguments: bootstrap servers, topic prefix, port of the farm, file with the feeds. */
    public static void main(String[] args) throws IOException {
        List<Feed> feeds = Json.mapper().readValue(Files.readString(Path.of(args[3])), new TypeReference<>() {});
        try (IngestService service = IngestService.start(
                config(feeds, Integer.parseInt(args[2])),
                Map.of("bootstrap.servers", args[0], "session.timeout.ms", 6_000, "heartbeat.interval.ms", 1_000),
                new Topics(args[1]),
                new SimpleMeterRegistry(),
                InstantSource.system())) {
            System.out.println("up " + service.status().size());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    static IngestConfig config(List<Feed> feeds, int port) {
        PollConfig standard = PollConfig.standard();
        PollConfig poll = new PollConfig(
                true, standard.shortText(), 50, standard.freshAtImport(), 1, false, Duration.ofSeconds(6), Map.of());
        return new IngestConfig(
                feeds,
                new FetcherConfig("VisitwatchFarm/1 (+test)", List.of("127.0.0.0/16"), Set.of(port)),
                new PollRules(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(2), 0.2),
                poll,
                24,
                2,
                Duration.ofMillis(20),
                null);
    }

    /** Starts a child with the class path of this process. */
    static Process start(String bootstrap, String prefix, int port, Path feeds) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of(
                "-cp", classPath(), IngestChild.class.getName(), bootstrap, prefix, "" + port, feeds.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Surefire keeps the real class path beside the one of its own launcher. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
