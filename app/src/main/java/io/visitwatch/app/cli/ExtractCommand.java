package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.app.work.OrderedWork;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.ExtractJson;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saved pages in, article texts out. */
@Command(
        name = "extract",
        description =
                "Extract the articles of saved pages: DIR holds .html or .html.gz files, or index.tsv (id, tab, url)"
                        + " beside pages/ID.html[.gz].")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ExtractCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of saved pages.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "OUT", defaultValue = "-", description = "JSON file; - for standard output.")
    private String out;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Charset of all pages, whatever they say themselves.")
    private @Nullable String charset;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; all cores when missing.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** One page to read. */
    private record Page(String id, @Nullable String url, Path file) {}

    /** What became of it: no JSON when it could not be read. */
    private record Done(String id, @Nullable ObjectNode json, String problem) {}

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        refuseUnknownCharset();
        List<Page> pages = pages();
        AtomicInteger failed = new AtomicInteger();
        try (Progress progress = Progress.of(root.talk(), "extract", pages.size());
                OrderedWork work = new OrderedWork(threads);
                PrintStream stream = Streams.writer(out, root.console());
                JsonGenerator json = new JsonFactory().createGenerator(stream).setCodec(Json.mapper())) {
            json.writeStartObject();
            work.run(pages.iterator(), this::extract, done -> {
                progress.step();
                if (done.json() == null) {
                    failed.incrementAndGet();
                    root.talk().warn(done.problem());
                } else {
                    write(json, done.id(), done.json());
                }
            });
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return failed.get() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private void refuseUnknownCharset() {
        try {
            if (charset != null) {
                Charset.forName(charset);
            }
        } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
            throw new Refusal(ExitCode.USAGE, "no charset " + charset + ": write utf-8, windows-1256, …", e);
        }
    }

    private Done extract(Page page) {
        try {
            byte[] body = Streams.bytes(page.file());
            PageInput input = new PageInput(body, null, page.url(), charset, null);
            return new Done(page.id(), ExtractJson.of(ArticleExtractor.extract(input)), "");
        } catch (IOException e) {
            return new Done(page.id(), null, page.file() + ": cannot be read (" + e + "), left out");
        }
    }

    private static void write(JsonGenerator json, String id, ObjectNode value) {
        try {
            json.writeObjectField(id, value);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Page> pages() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(ExitCode.USAGE, "no such folder: " + folder);
        }
        Path index = folder.resolve("index.tsv");
        return Files.isRegularFile(index) ? indexed(index) : found();
    }

    private List<Page> indexed(Path index) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String line : Files.readAllLines(index)) {
            String[] cells = line.split("\t", -1);
            if (cells[0].isBlank()) {
                continue;
            }
            Path plain = folder.resolve("pages").resolve(cells[0] + ".html");
            Path file = Files.isRegularFile(plain) ? plain : plain.resolveSibling(cells[0] + ".html.gz");
            if (!file.normalize().startsWith(folder.normalize())) {
                throw new Refusal(ExitCode.USAGE, index + ": id '" + cells[0] + "' leaves the folder");
            }
            if (!cells[0].equals("id") || Files.isRegularFile(file)) { // a header line names no page
                pages.add(new Page(cells[0], cells.length > 1 && !cells[1].isBlank() ? cells[1] : null, file));
            }
        }
        return pages;
    }

    private List<Page> found() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.html?(\\.gz)?"))
                    .sorted()
                    .map(f -> new Page(folder.relativize(f).toString().replaceAll("\\.html?(\\.gz)?$", ""), null, f))
                    .toList();
        }
    }
}
