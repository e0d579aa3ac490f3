package io.visitwatch.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Holds a configuration against its schema and says in people's words what does not fit. */
final class ConfigCheck {
    private static final String SCHEMA = "visitwatch.schema.json";
    private static final int NEAR = 3;

    private ConfigCheck() {}

    /** The published schema as text. */
    static String schemaText() {
        try (InputStream in = Objects.requireNonNull(ConfigCheck.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything the schema refuses, in file order. */
    static List<ConfigProblem> check(YamlTree tree, JsonNode resolved) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
        List<ConfigProblem> problems = new ArrayList<>();
        for (Error error : schema.validate(resolved)) {
            String pointer = error.getInstanceLocation().toString();
            String missing = error.getProperty();
            boolean unknown = error.getKeyword().equals("additionalProperties");
            String at = unknown && missing != null ? pointer + "/" + missing : pointer;
            problems.add(new ConfigProblem(tree.place(at), dotted(at), message(error, unknown, pointer, tree)));
        }
        problems.sort(Comparator.comparing(ConfigCheck::line).thenComparing(ConfigProblem::key));
        return problems;
    }

    /** {@code /feeds/3/url} as {@code feeds[3].url}. */
    static String dotted(String pointer) {
        return pointer.replaceAll("/([0-9]+)(?=/|$)", "[$1]")
                .replace('/', '.')
                .replaceFirst("^\\.", "")
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** The known word nearest to a mistyped one, when it is near enough. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(k -> distance(word, k) <= Math.min(NEAR, Math.max(1, k.length() / 2)))
                .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k));
    }

    private static int line(ConfigProblem problem) {
        String[] parts = problem.place().split(":", -1);
        return parts.length < 3 ? 0 : Integer.parseInt(parts[parts.length - 2]);
    }

    private static String message(Error error, boolean unknown, String pointer, YamlTree tree) {
        if (unknown) {
            Collection<String> known = siblings(error);
            Optional<String> near = nearest(String.valueOf(error.getProperty()), known);
            return "unknown key"
                    + near.map(n -> "; did you mean '" + n + "'?").orElse("; known here: " + String.join(", ", known));
        }
        String said = error.getMessage();
        JsonNode value = tree.root().at(pointer);
        boolean shown = value.isValueNode()
                && value.asText().length() <= 80
                && !value.asText().contains("${");
        return said + (shown && !error.getKeyword().equals("required") ? " (found '" + value.asText() + "')" : "");
    }

    /** Keys the schema knows where the unknown one stands. */
    private static Collection<String> siblings(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        String parent = keyword.substring(0, keyword.lastIndexOf('/'));
        try {
            JsonNode at = Json.mapper().readTree(schemaText()).at(parent + "/properties");
            Collection<String> known = new TreeSet<>();
            at.fieldNames().forEachRemaining(known::add);
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Edits (insert, delete, replace, swap of neighbours) between two words. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
