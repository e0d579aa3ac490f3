package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.app.run.Parts;
import io.visitwatch.app.work.OrderedWork;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.detect.Detection;
import io.visitwatch.enrich.detect.Detector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Documents in, predictions out, without Kafka: starts once and streams. */
@Command(
        name = "detect",
        description =
                "Read documents (JSON lines: id, title, summary, text, lang, published, url) and write predictions.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class DetectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "IN",
            defaultValue = "-",
            description = "JSON lines, .gz too; - for standard input.")
    private String in;

    @Parameters(index = "1", paramLabel = "OUT", defaultValue = "-", description = "- for standard output.")
    private String out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; all cores when missing.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--stream",
            description =
                    "Write each line at once; its visit_key then rests on that document alone. Without this option the"
                            + " lines come at the end, with the key of the visit that all documents together tell of.")
    private boolean stream;

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        Detector detector = new Detector(Enricher.create(Parts.enrichConfig(root.config())));
        AtomicLong refused = new AtomicLong();
        try (BufferedReader reader = Streams.reader(in, root.console());
                Progress progress = Progress.counting(root.talk(), "detect");
                OrderedWork work = new OrderedWork(threads);
                Predictions predictions = stream ? null : new Predictions();
                PrintStream writer = Streams.writer(out, root.console())) {
            Iterator<String> lines = OrderedWork.lines(reader);
            work.run(new Numbered(lines), line -> detect(detector, line), result -> {
                progress.step();
                if (result.refusal() != null) {
                    refused.incrementAndGet();
                    root.talk().warn(in + ":" + result.refusal() + ", left out");
                } else if (result.detection() != null && predictions == null) {
                    writer.println(result.detection().line());
                } else if (result.detection() != null) {
                    predictions.add(result.detection());
                }
            });
            if (predictions != null) {
                predictions.write(Parts.alertsConfig(root.config().config()).ledger(), writer);
            }
        }
        return refused.get() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static Result detect(Detector detector, Numbered.Line line) {
        if (line.text().isBlank()) {
            return new Result(null, null);
        }
        try {
            return new Result(detector.read(line.text()), null);
        } catch (JsonProcessingException e) {
            return new Result(null, line.number() + ": no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return new Result(null, line.number() + ": " + e.getMessage());
        }
    }

    /** Neither: an empty line. */
    private record Result(
            @Nullable Detection detection, @Nullable String refusal) {}
}
