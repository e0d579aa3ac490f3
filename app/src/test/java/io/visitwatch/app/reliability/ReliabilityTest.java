package io.visitwatch.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The table of faults is complete, names tests that exist, and its page is what the table says. */
class ReliabilityTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/reliability.md");
    private static final String WRITE = "reliability.write";

    @Test
    void hasARowForEveryFaultTrapAndRequirement() throws IOException {
        List<String> wanted = new ArrayList<>();
        IntStream.rangeClosed(1, 60).forEach(i -> wanted.add("F" + i));
        IntStream.rangeClosed(1, 23).forEach(i -> wanted.add("T" + i));
        IntStream.rangeClosed(1, 28).forEach(i -> wanted.add("S" + i));
        assertThat(Reliability.of(ROOT).rows()).extracting(Row::id).containsExactlyElementsOf(wanted);
    }

    @Test
    void everyRowHasATestThatExistsOrSaysWhatIsOpen() throws IOException {
        Reliability table = Reliability.of(ROOT);
        List<String> missing = new ArrayList<>();
        for (Row row : table.rows()) {
            if (row.tests().isEmpty() && row.open() == null) {
                missing.add(row.id() + " has no test");
            }
            for (String test : row.tests()) {
                if (!table.exists(test)) {
                    missing.add(row.id() + " names " + test);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            return;
        }
        assertThat(withoutResults(Files.readString(PAGE)))
                .as("docs/reliability.sh writes it anew")
                .isEqualTo(withoutResults(Reliability.of(ROOT).page(test -> "")));
    }

    /** {@code -Dreliability.write=true}: after the suites have run; fails when a test of the table did not pass. */
    @Test
    @EnabledIfSystemProperty(named = WRITE, matches = "true")
    void everyTestOfTheTablePassed() throws IOException {
        Reliability table = Reliability.of(ROOT);
        TestReports reports = TestReports.under(table.reportFolders());
        Files.writeString(PAGE, table.page(test -> word(test, reports)));
        List<String> bad = new ArrayList<>();
        for (String test : table.rows().stream()
                .flatMap(row -> row.tests().stream())
                .distinct()
                .toList()) {
            String word = word(test, reports);
            boolean byHand = word.equals("not run") && table.command(test).endsWith("-Psoak");
            if (!byHand && !word.matches("passed|by script")) {
                bad.add(test + ": " + word);
            }
        }
        assertThat(bad).isEmpty();
    }

    private static String word(String test, TestReports reports) {
        if (!test.contains("#")) {
            return "by script";
        }
        TestReports.Result result = reports.of(test);
        return result == null ? "not run" : result.name();
    }

    private static String withoutResults(String page) {
        return page.lines()
                .map(line -> line.startsWith("| ") ? line.replaceFirst("\\| [^|]*\\|$", "|") : line)
                .collect(Collectors.joining("\n"));
    }
}
