package io.visitwatch.app.cli;

import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of the commands that talk to a running broker. */
final class BrokerOptions {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            scope = ScopeType.INHERIT,
            description = "Broker to ask; without it the configured cluster, or the service on the data folder.")
    private @Nullable String bootstrap;

    /** The address given; null when none was. */
    @Nullable String bootstrap() {
        return bootstrap;
    }

    /** How to reach it. */
    KafkaAccess access(Visitwatch root) {
        LoadedConfig loaded = root.config();
        return KafkaAccess.find(bootstrap, loaded.config(), root.data(loaded));
    }
}
