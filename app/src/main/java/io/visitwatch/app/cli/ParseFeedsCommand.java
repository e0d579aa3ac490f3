package io.visitwatch.app.cli;

import io.visitwatch.ingest.feed.ParseFeeds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saved feeds in, one line of JSON each out. */
@Command(
        name = "parse-feeds",
        description =
                "Read saved feeds: DIR holds feed files, or a manifest.jsonl (id, file, content_type, url, headers).")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ParseFeedsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of saved feeds.")
    private Path folder;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            defaultValue = "-",
            description = "JSON lines, .gz too; - for standard output.")
    private String out;

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        if (!Files.isDirectory(folder)) {
            throw new Refusal(ExitCode.USAGE, "no such folder: " + folder);
        }
        try (Progress progress = Progress.counting(root.talk(), "parse-feeds");
                PrintStream writer = Streams.writer(out, root.console())) {
            ParseFeeds.run(folder, line -> {
                writer.println(line);
                progress.step();
            });
        }
        return ExitCode.OK;
    }
}
