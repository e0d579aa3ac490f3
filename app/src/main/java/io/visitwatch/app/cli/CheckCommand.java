package io.visitwatch.app.cli;

import io.visitwatch.app.config.ConfigException;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.config.RoutingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says everything wrong in the configuration, without side effects. */
@Command(name = "check", description = "Check the configuration and the files it names; nothing is started.")
@SuppressWarnings("NullAway.Init") // set by picocli
final class CheckCommand implements Runnable, picocli.CommandLine.IExitCodeGenerator {
    @Spec
    private CommandSpec spec;

    private int exitCode = ExitCode.OK;

    @Override
    public void run() {
        Visitwatch root = Visitwatch.of(spec);
        try {
            LoadedConfig loaded = root.config();
            files(root, loaded);
            RoutingReader.routing(loaded.config());
            RoutingReader.receivers(loaded.config());
            if (exitCode == ExitCode.OK) {
                root.talk()
                        .say(
                                "%s: good; %d feeds, %s",
                                loaded.file() == null ? "defaults" : loaded.file(),
                                loaded.config().feeds().size(),
                                loaded.config().kafka().external()
                                        ? "external Kafka"
                                        : "embedded broker in " + root.data(loaded));
            }
        } catch (ConfigException e) {
            e.problems().forEach(root.out()::println);
            exitCode = ExitCode.CONFIG;
        }
    }

    private void files(Visitwatch root, LoadedConfig loaded) {
        for (String written : loaded.config().gazetteer()) {
            Path file = loaded.path(written);
            if (!Files.isReadable(file)) {
                root.out().println("gazetteer: no readable file " + file + ": create it, or remove the line");
                exitCode = ExitCode.CONFIG;
            }
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
