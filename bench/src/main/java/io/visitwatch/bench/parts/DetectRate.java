package io.visitwatch.bench.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.visitwatch.app.work.OrderedWork;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.detect.Detector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** {@code detect} over the archive on two threads, beside reading the file and parsing its lines as JSON. */
public final class DetectRate implements Measurement {
    private static final String ARCHIVE = "corpus/archive-2002-2026.jsonl.gz";
    private static final int THREADS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<String> ids() {
        return List.of("detect-read", "detect-items");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        Path archive = setup.data().resolve(ARCHIVE);
        if (!Files.isRegularFile(archive)) {
            System.out.println("detect: no " + archive + ", not measured");
            return List.of();
        }
        long items = parse(archive);
        Detector detector = new Detector(Enricher.create(EnrichConfig.standard()));
        Rounds.Times times = Rounds.interleaved(
                setup.rounds(),
                () -> Rounds.clock(() -> detect(archive, detector)),
                () -> Rounds.clock(() -> parse(archive)));
        List<Double> rates = times.ours().stream().map(s -> items / s).toList();
        String detail = times.detail() + String.format(Locale.ROOT, " for %,d items", items);
        return List.of(
                new Row(
                        "detect-read",
                        "`detect` over the archive, two threads",
                        "reading and JSON-parsing the file",
                        "≥ 25 % of its rate",
                        Row.Bound.AT_LEAST,
                        0.25,
                        "x",
                        times.rates(),
                        detail),
                new Row(
                        "detect-items",
                        "the same, items a second",
                        "–",
                        "≥ 15,000",
                        Row.Bound.AT_LEAST,
                        15_000,
                        "items/s",
                        rates,
                        detail));
    }

    private static BufferedReader open(Path archive) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(archive), 1 << 16), StandardCharsets.UTF_8),
                1 << 16);
    }

    private static long parse(Path archive) throws IOException {
        long items = 0;
        try (BufferedReader lines = open(archive)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                items += JSON.readTree(line).isObject() ? 1 : 0;
            }
        }
        return items;
    }

    private static void detect(Path archive, Detector detector) throws IOException {
        AtomicLong letters = new AtomicLong();
        try (BufferedReader lines = open(archive);
                OrderedWork work = new OrderedWork(THREADS)) {
            work.run(OrderedWork.lines(lines), line -> one(detector, line), out -> letters.addAndGet(out.length()));
        }
        if (letters.get() == 0) {
            throw new IllegalStateException("nothing was detected");
        }
    }

    private static String one(Detector detector, String line) {
        try {
            return detector.detect(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
