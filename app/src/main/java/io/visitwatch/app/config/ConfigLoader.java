package io.visitwatch.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads {@code visitwatch.yaml} in one go: YAML, secrets, schema, then the rules between keys. */
public final class ConfigLoader {
    /** Name of the file looked for when none is given. */
    public static final String DEFAULT_NAME = "visitwatch.yaml";

    private final UnaryOperator<@Nullable String> environment;

    /**
     * A loader.
     *
     * @param environment value of an environment variable, null when unset
     */
    public ConfigLoader(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /** The published JSON Schema of the file. */
    public static String schema() {
        return ConfigCheck.schemaText();
    }

    /** What runs without any file. */
    public LoadedConfig defaults() {
        return read(new StringReader(""), "defaults", null);
    }

    /**
     * Reads one file.
     *
     * @throws ConfigException with everything wrong in it
     */
    public LoadedConfig load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader, file.toString(), file);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file.toString(), "", "no such file: create it, or leave --config out");
        } catch (CharacterCodingException e) {
            throw new ConfigException(file.toString(), "", "not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw new ConfigException(file.toString(), "", "cannot be read (" + e + ")");
        }
    }

    private LoadedConfig read(Reader reader, String name, @Nullable Path file) {
        YamlTree tree = YamlTree.parse(reader, name);
        Secrets secrets = new Secrets(tree, environment);
        JsonNode resolved = secrets.resolve();
        List<ConfigProblem> problems = new ArrayList<>(secrets.problems());
        problems.addAll(ConfigCheck.check(tree, resolved));
        problems.addAll(KafkaKeys.check(tree));
        refuse(problems);
        AppConfig config = bind(tree, resolved);
        problems.addAll(doubleFeeds(tree, config));
        refuse(problems);
        return new LoadedConfig(config, file, new Secrets(tree, environment).redact(), warnings(file, tree));
    }

    private static void refuse(List<ConfigProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static AppConfig bind(YamlTree tree, JsonNode resolved) {
        try {
            return Json.mapper().treeToValue(resolved, AppConfig.class);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ConfigException(tree.name(), "", String.valueOf(cause.getMessage()));
        }
    }

    private static List<ConfigProblem> doubleFeeds(YamlTree tree, AppConfig config) {
        List<ConfigProblem> problems = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < config.feeds().size(); i++) {
            Integer before = ids.putIfAbsent(config.feeds().get(i).id(), i);
            if (before != null) {
                String pointer = "/feeds/" + i;
                problems.add(new ConfigProblem(
                        tree.place(pointer),
                        ConfigCheck.dotted(pointer),
                        "same feed as feeds[" + before + "]: remove one, or give it an id of its own"));
            }
        }
        return problems;
    }

    private static List<String> warnings(@Nullable Path file, YamlTree tree) {
        boolean secrets =
                tree.root().toString().contains("${file:") || tree.root().has("receivers");
        if (file == null || !secrets) {
            return List.of();
        }
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
                    ? List.of(file + " can be read by every user: chmod o-r " + file)
                    : List.of();
        } catch (IOException | UnsupportedOperationException e) {
            return List.of(); // a file system without such permissions has nothing to warn of
        }
    }
}
