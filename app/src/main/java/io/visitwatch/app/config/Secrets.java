package io.visitwatch.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code ${env:NAME}} and {@code ${file:/path}} and hides what they brought.
 *
 * <p>A key that holds a secret takes nothing else: a password in a configuration file ends in a backup, a paste or a repository.
 */
final class Secrets {
    /** What is shown in place of a secret. */
    static final String HIDDEN = "<hidden>";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)\\}");
    private static final Pattern SECRET_KEY = Pattern.compile(
            "(^|[-._])(authorization|cookie|password|passwd|secret|token|jaas\\.config|keystore\\.key|client\\.secret)$");
    private static final int MAX_BYTES = 65_536;

    private final UnaryOperator<@Nullable String> environment;
    private final YamlTree tree;
    private final List<ConfigProblem> problems = new ArrayList<>();

    /**
     * For one file.
     *
     * @param environment value of an environment variable, null when unset
     */
    Secrets(YamlTree tree, UnaryOperator<@Nullable String> environment) {
        this.tree = tree;
        this.environment = environment;
    }

    /** The tree with every reference filled. */
    JsonNode resolve() {
        return walk(tree.root(), "", false);
    }

    /** The tree as it may be shown: references as written, secrets given in clear hidden. */
    JsonNode redact() {
        return walk(tree.root(), "", true);
    }

    /** What could not be filled, in file order. */
    List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }

    private JsonNode walk(JsonNode node, String pointer, boolean hide) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(e -> copy.set(
                            e.getKey(),
                            walk(
                                    e.getValue(),
                                    pointer + "/"
                                            + e.getKey().replace("~", "~0").replace("/", "~1"),
                                    hide)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : array) {
                copy.add(walk(item, pointer + "/" + copy.size(), hide));
            }
            return copy;
        }
        return node.isTextual() ? text(node, pointer, hide) : node;
    }

    private JsonNode text(JsonNode node, String pointer, boolean hide) {
        String value = node.textValue();
        Matcher matcher = REFERENCE.matcher(value);
        boolean secret = holdsSecret(pointer);
        if (hide) {
            boolean clear = secret && !matcher.find();
            return clear ? JsonNodeFactory.instance.textNode(HIDDEN) : node;
        }
        if (!matcher.find()) {
            if (secret) {
                problem(pointer, "a secret in clear text: write ${env:NAME} or ${file:/run/secrets/name}");
            }
            return node;
        }
        StringBuilder filled = new StringBuilder();
        do {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher, pointer)));
        } while (matcher.find());
        matcher.appendTail(filled);
        return JsonNodeFactory.instance.textNode(filled.toString());
    }

    private static boolean holdsSecret(String pointer) {
        String key = pointer.replaceAll("/[0-9]+$", "");
        return SECRET_KEY
                .matcher(key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .find();
    }

    private String value(Matcher reference, String pointer) {
        String name = reference.group(2);
        if (reference.group(1).equals("env")) {
            String value = environment.apply(name);
            if (value == null) {
                problem(pointer, "the environment variable " + name + " is not set: set it, or remove the key");
            }
            return value == null ? "" : value;
        }
        try {
            Path file = Path.of(name);
            if (Files.size(file) > MAX_BYTES) {
                problem(pointer, "the file " + name + " is longer than " + MAX_BYTES + " bytes: is it a secret?");
                return "";
            }
            return Files.readString(file).strip();
        } catch (IOException | InvalidPathException e) {
            problem(pointer, "the file " + name + " cannot be read (" + e + "): create it, or remove the key");
            return "";
        }
    }

    private void problem(String pointer, String message) {
        problems.add(new ConfigProblem(tree.place(pointer), ConfigCheck.dotted(pointer), message));
    }
}
