package io.visitwatch.app.cli;

import io.visitwatch.app.config.ConfigException;
import io.visitwatch.app.config.KafkaSettings;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.config.RoutingReader;
import io.visitwatch.app.run.AclNeeds;
import io.visitwatch.app.run.Part;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says everything wrong in the configuration, without side effects. */
@Command(name = "check", description = "Check the configuration and the files it names; nothing is started.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class CheckCommand implements Runnable, picocli.CommandLine.IExitCodeGenerator {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--acls",
            description =
                    "Print what each part must be allowed to do on a Kafka cluster with an authorizer, as commands.")
    private boolean acls;

    @Option(
            names = "--principal",
            paramLabel = "NAME",
            description = "Whom the printed commands allow it; default ${DEFAULT-VALUE}.",
            defaultValue = "User:visitwatch")
    private String principal;

    private int exitCode = ExitCode.OK;

    @Override
    public void run() {
        Visitwatch root = Visitwatch.of(spec);
        try {
            LoadedConfig loaded = root.config();
            files(root, loaded);
            RoutingReader.routing(loaded.config());
            RoutingReader.receivers(loaded.config());
            if (acls) {
                rights(root, loaded.config().kafka());
            }
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

    private void rights(Visitwatch root, KafkaSettings kafka) {
        Topics topics = kafka.topics();
        print(root, kafka, "topics apply", AclNeeds.ofTopics(topics));
        for (Part part : Part.values()) {
            print(root, kafka, "run " + part, AclNeeds.of(part, topics));
        }
    }

    private void print(Visitwatch root, KafkaSettings kafka, String what, List<AclNeeds.Need> needs) {
        if (needs.isEmpty()) {
            return;
        }
        root.out().println("# " + what);
        Object cluster = kafka.client().getOrDefault("bootstrap.servers", "HOST:PORT");
        needs.forEach(need ->
                root.out().println("kafka-acls.sh --bootstrap-server " + cluster + " " + need.arguments(principal)));
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
