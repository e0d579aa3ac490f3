package io.visitwatch.app.faults;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One broker for all suites of this JVM, as the cluster that workers in other processes use. */
final class SharedBroker {
    private static @Nullable EmbeddedBroker broker;

    private SharedBroker() {}

    static synchronized String address() {
        if (broker == null) {
            try {
                EmbeddedBroker started =
                        EmbeddedBroker.start(BrokerConfig.in(Files.createTempDirectory("faults-broker")));
                Runtime.getRuntime().addShutdownHook(new Thread(started::close));
                broker = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return broker.bootstrapServers();
    }

    /**
     * Writes a configuration for workers on this broker and makes its topics.
     *
     * @param more further YAML
     */
    static Installation install(Path folder, String prefix, String more) throws IOException {
        return install(folder, address(), prefix, more);
    }

    /** The same on the cluster at {@code bootstrap}. */
    static Installation install(Path folder, String bootstrap, String prefix, String more) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(
                folder.resolve(prefix + ".yaml"),
                "kafka: {bootstrap.servers: '" + bootstrap + "', prefix: " + prefix + ", partitions: 1}\n" + more);
        LoadedConfig loaded = new ConfigLoader(name -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").load(file);
        KafkaAccess access = KafkaAccess.to(bootstrap, loaded.config());
        try (TopicAdmin admin = access.admin()) {
            admin.ensure(Duration.ofMinutes(1));
        }
        return new Installation(folder.resolve(prefix + "-data"), file, loaded, access);
    }

    /**
     * What a worker runs on.
     *
     * @param data its data folder
     * @param file its configuration
     */
    record Installation(Path data, Path file, LoadedConfig config, KafkaAccess access) {
        /** Starts the named parts. */
        ServiceProcess run(String log, String... parts) throws IOException {
            java.util.List<String> words = new java.util.ArrayList<>(
                    java.util.List.of("--config", file.toString(), "--data", data.toString(), "run"));
            words.addAll(java.util.List.of(parts));
            return ServiceProcess.start(
                    file.resolveSibling(log),
                    java.util.List.of(),
                    java.util.List.of("-Xmx512m"),
                    java.util.Map.of("VISITWATCH_TEST_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                    words.toArray(String[]::new));
        }
    }
}
