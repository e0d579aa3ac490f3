package io.visitwatch.app.replay;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay finds, on its way into {@code alerts.jsonl} and {@code visits.jsonl}. Both appear whole, at the end: what stands there
 * before is the result of an earlier replay.
 */
public final class ReplayResults implements Closeable {
    private static final String PART = ".part";

    private final Path out;
    private final Path alertsPart;
    private final BufferedWriter alerts;
    private final EventSorter visits;
    private final Map<String, Long> changes = new TreeMap<>();
    private long visitCount;

    /**
     * Nothing found yet.
     *
     * @param out folder of the results
     * @param work folder for what is kept on the way
     */
    public ReplayResults(Path out, Path work) throws IOException {
        this.out = out;
        this.alertsPart = out.resolve("alerts.jsonl" + PART);
        this.alerts = Files.newBufferedWriter(alertsPart);
        this.visits = new EventSorter(work, "visits", EventSorter.BUDGET);
    }

    /** One alert, in the order they are told. */
    public void alert(Alert alert) {
        changes.merge(alert.change().name(), 1L, Long::sum);
        line(alerts, Json.write(alert));
    }

    /** One visit in its last state, in any order. */
    public void visit(Visit visit) {
        visitCount++;
        visits.add(new EventSorter.Event(ReplayEvent.key(visit.openedAt()) + visit.id(), Json.write(visit)));
    }

    /** Puts both files in their places. */
    public void finish() throws IOException {
        alerts.close();
        Path visitsPart = out.resolve("visits.jsonl" + PART);
        try (BufferedWriter writer = Files.newBufferedWriter(visitsPart)) {
            Iterator<String> sorted = visits.sorted();
            sorted.forEachRemaining(text -> line(writer, text));
        }
        Files.move(alertsPart, out.resolve("alerts.jsonl"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(visitsPart, out.resolve("visits.jsonl"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Alerts by kind of change. */
    Map<String, Long> changes() {
        return changes;
    }

    /** Number of visits. */
    long visitCount() {
        return visitCount;
    }

    @Override
    public void close() throws IOException {
        alerts.close();
        visits.close();
    }

    private static void line(BufferedWriter writer, String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the results: is the disk full?", e);
        }
    }
}
