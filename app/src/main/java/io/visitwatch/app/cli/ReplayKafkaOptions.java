package io.visitwatch.app.cli;

import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayFolder;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.replay.ReplaySummary;
import io.visitwatch.app.replay.kafka.KafkaReplay;
import io.visitwatch.app.replay.kafka.ReplayCluster;
import io.visitwatch.app.replay.kafka.ReplayHelper;
import io.visitwatch.app.replay.kafka.ReplayScope;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.enrich.Enricher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a replay through topics. */
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ReplayKafkaOptions {
    private static final int LEAST_PARTITIONS = 8;
    private static final Duration JOIN_PATIENCE = Duration.ofMinutes(2);

    @Option(
            names = "--kafka",
            description = "Through topics of its own, removed afterwards: on the cluster of --bootstrap or of the"
                    + " configuration, else on an embedded broker. Starts anew after an interruption.")
    private boolean leads;

    @Option(
            names = "--scope",
            paramLabel = "NAME",
            description = "With --kafka: name of the replay, for others to join; made up when missing.")
    private @Nullable String scope;

    @Option(
            names = "--join",
            paramLabel = "NAME",
            description = "Share the reading of the replay of this name, led by another process on the cluster.")
    private @Nullable String joins;

    boolean leads() {
        return leads;
    }

    boolean joins() {
        return joins != null;
    }

    /** Leads a replay through topics. */
    ReplaySummary run(
            Visitwatch root,
            LoadedConfig loaded,
            @Nullable String bootstrap,
            List<ReplaySource> sources,
            ReplayFolder folder,
            ReplayRules rules,
            Enricher enricher,
            int threads,
            boolean fresh,
            Replay.Listener listener)
            throws IOException {
        String name = scope == null ? keptName(folder) : scope;
        folder.make();
        Files.writeString(scopeFile(folder), name);
        ReplaySummary summary;
        try (ReplayCluster cluster =
                ReplayCluster.open(bootstrap, loaded.config(), folder.work().resolve("broker"))) {
            ReplayScope named = scope(name, cluster.access(), threads);
            root.talk()
                    .say(
                            "replay %s on %s; to share it: ./visitwatch replay --join %s --bootstrap %s",
                            name,
                            cluster.access().bootstrap(),
                            name,
                            cluster.access().bootstrap());
            boolean inMemory = loaded.config().alerts().inMemory();
            summary = new KafkaReplay(sources, folder, rules, inMemory, enricher, threads)
                    .run(named, fresh || scope == null, listener);
        }
        folder.clear();
        return summary;
    }

    /** Shares a replay that another process leads. */
    void join(Visitwatch root, LoadedConfig loaded, @Nullable String bootstrap, ReplayRules rules, int threads)
            throws IOException {
        if (bootstrap == null && !loaded.config().kafka().external()) {
            throw new Refusal(ExitCode.USAGE, "--join needs --bootstrap HOST:PORT, as the leading process prints it");
        }
        KafkaAccess access = ReplayCluster.reached(bootstrap, loaded.config());
        ReplayScope named = scope(String.valueOf(joins), access, threads);
        Enricher enricher = Enricher.create(rules.enrich());
        root.talk().say("joining replay %s on %s", named.name(), access.bootstrap());
        ReplayFolder states = new ReplayFolder(Files.createTempDirectory("visitwatch-join"));
        try {
            new ReplayHelper(named, rules, enricher, JOIN_PATIENCE).run(Math.max(1, threads), states.work());
        } finally {
            states.clear();
            Files.deleteIfExists(states.out());
        }
        root.talk().say("replay %s is read", named.name());
    }

    private static ReplayScope scope(String name, KafkaAccess access, int threads) {
        try {
            return new ReplayScope(name, access, Math.max(LEAST_PARTITIONS, 2 * threads));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /** The name an interrupted run had, so that what it left is removed; else a new one. */
    private static String keptName(ReplayFolder folder) throws IOException {
        Path kept = scopeFile(folder);
        String name = Files.isRegularFile(kept) ? Files.readString(kept).strip() : "";
        folder.clear();
        return name.isEmpty() ? UUID.randomUUID().toString().substring(0, 8) : name;
    }

    private static Path scopeFile(ReplayFolder folder) {
        return folder.work().resolve("scope");
    }
}
