package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.model.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the configuration in force. */
@Command(name = "config", description = "Show the configuration, or its schema.")
@SuppressWarnings("NullAway.Init") // set by picocli
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(Visitwatch.of(spec).out());
    }

    @Command(name = "show", description = "Print the configuration in force; secrets stay hidden.")
    int show(@Option(names = "--json", description = "As JSON.") boolean json) throws JsonProcessingException {
        Visitwatch root = Visitwatch.of(spec);
        LoadedConfig loaded = root.config();
        root.talk().say("from " + (loaded.file() == null ? "defaults" : loaded.file()));
        root.out()
                .println(
                        json
                                ? Json.write(loaded.shown())
                                : YAMLMapper.builder()
                                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                        .build()
                                        .writeValueAsString(loaded.shown())
                                        .stripTrailing());
        return ExitCode.OK;
    }

    @Command(name = "schema", description = "Print the JSON Schema of visitwatch.yaml.")
    int schema() {
        Visitwatch.of(spec).out().println(ConfigLoader.schema().stripTrailing());
        return ExitCode.OK;
    }
}
