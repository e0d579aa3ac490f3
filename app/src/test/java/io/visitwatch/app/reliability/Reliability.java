package io.visitwatch.app.reliability;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of {@code docs/reliability.yaml}, and the page made of it. */
final class Reliability {
    private static final Map<String, String> PARTS = Map.of(
            "F", "Fault cases", "T", "Traps of Kafka Streams and the embedded broker", "S", "Security requirements");

    private static final List<String> REPORTS =
            List.of("surefire-reports", "failsafe-reports", "fault-reports", "container-reports", "soak-reports");
    private static final Pattern PARENT = Pattern.compile("class \\w+ extends (\\w+)");

    private final Path root;
    private final List<Row> rows;
    private final Map<String, Path> sources;

    private Reliability(Path root, List<Row> rows, Map<String, Path> sources) {
        this.root = root;
        this.rows = rows;
        this.sources = sources;
    }

    /** Reads the table of the checkout at {@code root}. */
    static Reliability of(Path root) throws IOException {
        List<Row> rows = YAMLMapper.builder()
                .build()
                .readValue(root.resolve("docs/reliability.yaml").toFile(), new TypeReference<>() {});
        Map<String, Path> sources = new HashMap<>();
        for (Path module : modules(root)) {
            Path tests = module.resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.filter(f -> f.toString().endsWith(".java"))
                            .forEach(f -> sources.put(f.getFileName().toString().replace(".java", ""), f));
                }
            }
        }
        return new Reliability(root, rows, sources);
    }

    private static List<Path> modules(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> Files.isRegularFile(f.resolve("pom.xml")))
                    .toList();
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** Folders where the builds leave their test reports, each kind of run in its own. */
    List<Path> reportFolders() throws IOException {
        return modules(root).stream()
                .map(module -> module.resolve("target"))
                .flatMap(target -> REPORTS.stream().map(target::resolve))
                .toList();
    }

    /** Whether {@code test} names a method of a test class, or a script of this tree. */
    boolean exists(String test) throws IOException {
        if (!test.contains("#")) {
            return Files.isExecutable(root.resolve(test));
        }
        String type = test.substring(0, test.indexOf('#'));
        while (sources.containsKey(type)) {
            String text = Files.readString(sources.get(type));
            if (Pattern.compile("\\s" + test.substring(test.indexOf('#') + 1) + "\\s*[(=]")
                    .matcher(text)
                    .find()) {
                return true;
            }
            Matcher parent = PARENT.matcher(text);
            type = parent.find() ? parent.group(1) : "";
        }
        return false;
    }

    /** The command that runs a test. */
    String command(String test) throws IOException {
        if (!test.contains("#")) {
            return test;
        }
        String type = test.substring(0, test.indexOf('#'));
        String text = Files.readString(sources.get(type));
        String method = test.substring(test.indexOf('#') + 1);
        if (tagged(text, method, "faults")) {
            return "mvn verify -Pfaults";
        }
        if (tagged(text, method, "soak")) {
            return "mvn verify -Psoak";
        }
        return text.contains("@ContainerTest") ? "mvn verify -Pcontainers" : "mvn verify";
    }

    /** Whether a class or the method itself carries a tag. */
    private static boolean tagged(String text, String method, String tag) {
        String mark = "@Tag(\"" + tag + "\")";
        String head = text.split("(?m)^(public |final |abstract )*class ", 2)[0];
        return head.contains(mark)
                || Pattern.compile(Pattern.quote(mark) + "\\s+void " + method + "\\(")
                        .matcher(text)
                        .find();
    }

    /**
     * The page.
     *
     * @param result how a test ended, in one word
     */
    String page(Function<String, String> result) throws IOException {
        StringBuilder out = new StringBuilder("""
                # What is promised, and the test that carries it

                Written by `docs/reliability.sh` from `docs/reliability.yaml` and the test reports of the last builds. `ReliabilityTest`
                refuses a row that names no test and does not say what is open, and a test that is not there. What the tests found:
                [found-by-tests.md](found-by-tests.md).

                """);
        List<Row> open = rows.stream().filter(r -> r.open() != null).toList();
        out.append(rows.size()).append(" rows, ");
        out.append(open.isEmpty() ? "none" : open.size()).append(" of them open in part or whole.\n");
        open.forEach(r ->
                out.append("- **").append(r.id()).append("** ").append(r.open()).append('\n'));
        for (String part : List.of("F", "T", "S")) {
            out.append("\n## ").append(PARTS.get(part)).append("\n\n");
            out.append("| case | fault or requirement | must come of it | backend | test | run by | result |\n");
            out.append("|---|---|---|---|---|---|---|\n");
            for (Row row : rows) {
                if (row.id().startsWith(part)) {
                    line(out, row, result);
                }
            }
        }
        return out.toString();
    }

    private void line(StringBuilder out, Row row, Function<String, String> result) throws IOException {
        List<String> commands = new ArrayList<>();
        for (String test : row.tests()) {
            String command = "`" + command(test) + "`";
            if (!commands.contains(command)) {
                commands.add(command);
            }
        }
        String results = row.tests().stream().map(result).distinct().sorted().collect(Collectors.joining(", "));
        out.append("| ").append(row.id());
        out.append(" | ").append(row.what());
        out.append(" | ").append(row.expected());
        out.append(" | ").append(row.backend());
        out.append(" | ").append(row.tests().stream().map(t -> "`" + t + "`").collect(Collectors.joining("<br>")));
        out.append(" | ").append(String.join("<br>", commands));
        out.append(" | ").append(row.open() == null ? results : results.isEmpty() ? "open" : results + "; open");
        out.append(" |\n");
    }
}
