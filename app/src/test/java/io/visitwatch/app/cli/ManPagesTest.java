package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the manual into {@code target/man}, as AsciiDoc that {@code docs/man/make} turns into man pages. */
class ManPagesTest {
    private static final Path FOLDER = Path.of("target", "man");

    @Test
    void thereIsAPageForEachVerbWithEachOfItsOptions() throws IOException {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        CommandLine line = Visitwatch.commandLine(
                new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false), name -> null);
        Files.createDirectories(FOLDER);
        int code = ManPageGenerator.generateManPage(FOLDER.toFile(), null, new boolean[0], true, line.getCommandSpec());
        assertThat(code).isZero();
        List<CommandSpec> all = all(line.getCommandSpec());
        assertThat(all).hasSizeGreaterThan(30);
        for (CommandSpec command : all) {
            Path page = FOLDER.resolve(command.qualifiedName("-") + ".adoc");
            assertThat(page).exists();
            String text = Files.readString(page);
            assertThat(text).contains("doctype: manpage").contains("== Synopsis");
            for (OptionSpec option : command.options()) {
                if (!option.hidden()) {
                    assertThat(text).as(page.toString()).contains(option.longestName());
                }
            }
        }
    }

    private static List<CommandSpec> all(CommandSpec root) {
        List<CommandSpec> found = new ArrayList<>(List.of(root));
        root.subcommands().values().forEach(sub -> found.addAll(all(sub.getCommandSpec())));
        return found;
    }
}
