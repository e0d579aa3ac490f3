package io.visitwatch.app.cli;

import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.enrich.gazetteer.GazetteerDoctor;
import io.visitwatch.enrich.gazetteer.GazetteerException;
import io.visitwatch.enrich.gazetteer.importer.GazetteerFiles;
import io.visitwatch.enrich.gazetteer.importer.ImportReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the gazetteer: who and what is known. */
@Command(name = "gazetteer", description = "Look the gazetteer over, or try files before they are configured.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class GazetteerCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "doctor",
            description =
                    "List posts without holder, terms nobody saw the end of, and names that several people share.")
    int doctor(
            @Option(
                            names = "--day",
                            paramLabel = "DATE",
                            description = "The day the posts are asked for (ISO); today without it.")
                    @Nullable LocalDate day,
            @Option(names = "--kind", paramLabel = "KIND", description = "Only these: ${COMPLETION-CANDIDATES}.")
                    GazetteerDoctor.@Nullable Kind kind) {
        Visitwatch root = Visitwatch.of(spec);
        LoadedConfig loaded = root.config();
        List<Path> files =
                loaded.config().gazetteer().stream().map(loaded::path).toList();
        LocalDate asked = day == null ? LocalDate.now(ZoneOffset.UTC) : day;
        GazetteerDoctor.examine(load(files).gazetteer(), asked).stream()
                .filter(finding -> kind == null || finding.kind() == kind)
                .forEach(root.out()::println);
        return ExitCode.OK;
    }

    @Command(
            name = "import",
            description =
                    "Read gazetteer files as the configuration key gazetteer would, and say what was taken and skipped,"
                            + " and why. Nothing is kept.")
    int importFiles(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "1..*",
                            description = "*.yaml, *.ftm.json, *wikidata*.json, *popolo*.json or *.txt (GeoNames).")
                    List<Path> files) {
        PrintStream out = Visitwatch.of(spec).out();
        load(files).reports().forEach(report -> print(report, out));
        return ExitCode.OK;
    }

    private static GazetteerFiles.Loaded load(List<Path> files) {
        try {
            return GazetteerFiles.load(files);
        } catch (GazetteerException e) {
            throw new Refusal(ExitCode.CONFIG, String.valueOf(e.getMessage()), e);
        }
    }

    private static void print(ImportReport report, PrintStream out) {
        out.println(report.source() + ": " + report.format() + ", " + report.records() + " records, taken "
                + new TreeMap<>(report.taken()) + ", skipped " + report.skippedTotal());
        new TreeMap<>(report.skipped())
                .forEach((reason, count) -> out.println("  " + count + " skipped: " + reason + ", such as "
                        + report.examples().get(reason)));
    }
}
