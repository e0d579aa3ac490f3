package io.visitwatch.app.cli;

import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.Part;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The service, until it is told to stop. */
@Command(name = "run", description = "Run the service: all parts, or those named: broker, ingest, enrich, alerts, api.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PART", description = "Parts to run; all when none is named.")
    private List<Part> parts = List.of();

    @Option(names = "--api-port", paramLabel = "PORT", description = "Port of the API; 0 for any free one.")
    private @Nullable Integer apiPort;

    @Override
    public Integer call() throws InterruptedException {
        Visitwatch root = Visitwatch.of(spec);
        root.logAsService();
        LoadedConfig loaded = root.config();
        ServiceOptions options = ServiceOptions.of(loaded, chosen(), root.data(loaded));
        if (apiPort != null) {
            options = options.withApi(loaded.config().api().withPort(apiPort));
        }
        StopSignals.listen(root.talk());
        try (Running running = new Running(options, InstantSource.system())) {
            Service service = running.service();
            service.follow(loaded, old -> root.config(Objects.requireNonNull(old.file())));
            root.talk().say("visitwatch: Kafka at " + service.access().bootstrap());
            if (service.apiUrl() != null) {
                root.talk().say("visitwatch: API at " + service.apiUrl());
            }
            if (service.awaitReady()) {
                root.talk().say("visitwatch: ready");
            }
            String fatal = service.await();
            if (fatal != null) {
                throw new Refusal(ExitCode.INTERNAL, fatal + ": see the log above, then start again");
            }
        }
        return ExitCode.OK;
    }

    private Set<Part> chosen() {
        return parts.isEmpty() ? Part.all() : EnumSet.copyOf(parts);
    }
}
