package io.visitwatch.bench.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.visitwatch.bench.Folders;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./visitwatch replay} of the archive in process on two threads: its rate and the memory of its process at the most. */
public final class ReplayRate implements Measurement {
    private static final String ARCHIVE = "corpus/archive-2002-2026.jsonl.gz";
    private static final String COMMAND = "`./visitwatch replay ARCHIVE --threads 2`, 121,801 items";
    private static final String PEAK = "VmHWM:";

    private final List<Double> rates = new ArrayList<>();
    private final List<Double> peaks = new ArrayList<>();

    @Override
    public List<String> ids() {
        return List.of("replay-items", "replay-memory");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        Path archive = setup.data().resolve(ARCHIVE);
        if (!Launcher.isThere() || !Files.isRegularFile(archive)) {
            System.out.println("replay: not in the tree of the project or no " + archive + ", not measured");
            return List.of();
        }
        for (int round = 0; round <= setup.rounds(); round++) {
            once(archive.toAbsolutePath());
        }
        return List.of(
                new Row(
                        "replay-items",
                        "`replay` of the archive in process, two threads, items a second after start",
                        "–",
                        "≥ 10,000",
                        Row.Bound.AT_LEAST,
                        10_000,
                        "items/s",
                        rates.subList(1, rates.size()),
                        COMMAND),
                new Row(
                        "replay-memory",
                        "the same, resident memory at the most",
                        "–",
                        "< 1,000 MB",
                        Row.Bound.AT_MOST,
                        1_000,
                        "MB",
                        peaks.subList(1, peaks.size()),
                        COMMAND));
    }

    private void once(Path archive) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("visitwatch-bench-replay-");
        try {
            Process replay = Launcher.start("replay", archive.toString(), "--threads", "2", "--out", out.toString());
            double peak = 0;
            while (!replay.waitFor(200, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakMegabytes(replay.pid()));
            }
            if (replay.exitValue() != 0) {
                throw new IllegalStateException("replay ended with " + replay.exitValue());
            }
            rates.add(new ObjectMapper()
                    .readTree(out.resolve("summary.json").toFile())
                    .path("itemsPerSecond")
                    .asDouble());
            peaks.add(peak);
        } finally {
            Folders.remove(out);
        }
    }

    /** Most memory a process has held so far, in MB; 0 where the system does not say. */
    private static double peakMegabytes(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) { // it has just ended
            return 0;
        }
    }
}
