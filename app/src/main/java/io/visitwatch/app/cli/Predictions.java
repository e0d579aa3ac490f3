package io.visitwatch.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.app.replay.JoinedKeys;
import io.visitwatch.enrich.detect.Detection;
import io.visitwatch.model.wire.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Predictions held back until the ledger has joined the claims of all documents; then written in order with the keys of its visits. */
final class Predictions implements Closeable {
    private static final String WAITING = "predictions.jsonl";
    /** Marks, in the waiting file, the line that tells of a claim. */
    private static final char TOLD = '+';

    private final Path folder;
    private final PrintStream waiting;
    private final JoinedKeys keys;
    private final Deque<String> told = new ArrayDeque<>();

    Predictions() throws IOException {
        folder = Files.createTempDirectory("visitwatch-detect");
        waiting = new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(WAITING))),
                false,
                StandardCharsets.UTF_8);
        keys = new JoinedKeys(folder);
    }

    void add(Detection detection) {
        keys.add(detection.reports());
        if (detection.told() == null) {
            waiting.println(' ' + detection.line());
        } else {
            told.add(detection.told());
            waiting.println(TOLD + detection.line());
        }
    }

    /** Writes every line in the order it came. */
    void write(LedgerConfig rules, PrintStream out) throws IOException {
        waiting.flush();
        if (waiting.checkError()) {
            throw new IOException("cannot write " + folder.resolve(WAITING) + ": is there room for temporary files?");
        }
        Map<String, String> visitOf = keys.join(rules);
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(WAITING), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String prediction = line.substring(1);
                out.println(line.charAt(0) == TOLD ? keyed(prediction, visitOf.get(told.remove())) : prediction);
            }
        }
    }

    private static String keyed(String prediction, @Nullable String visit) throws IOException {
        if (visit == null) {
            return prediction;
        }
        ObjectNode node = (ObjectNode) Json.mapper().readTree(prediction);
        node.put("visit_key", visit);
        return Json.write(node);
    }

    @Override
    public void close() throws IOException {
        waiting.close();
        keys.close();
        Files.deleteIfExists(folder.resolve(WAITING));
        Files.deleteIfExists(folder);
    }
}
