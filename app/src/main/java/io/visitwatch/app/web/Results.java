package io.visitwatch.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results of replays and backtests, one folder each, under one folder. Names are checked against the listing, never joined blindly. */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);

    private final Path folder;
    /** The visits read last: zooming asks for the same file again and again. */
    private volatile @Nullable Loaded loaded;

    /** Visits of a file as it was. */
    private record Loaded(Path file, FileTime changed, long size, List<Visit> visits) {}

    Results(Path folder) {
        this.folder = folder;
    }

    /** Where results are looked for. */
    Path folder() {
        return folder;
    }

    /** Names of the results, sorted. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isRegularFile(each.resolve("summary.json"))
                            || Files.isRegularFile(each.resolve("backtest.json")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Whether a result is a replay, which has visits to show. */
    boolean hasVisits(String name) {
        return names().contains(name)
                && Files.isRegularFile(folder.resolve(name).resolve("visits.jsonl"));
    }

    /** The numbers of one result; empty when it is gone or cannot be read. */
    Optional<JsonNode> numbers(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        Path replay = folder.resolve(name).resolve("summary.json");
        Path file = Files.isRegularFile(replay) ? replay : folder.resolve(name).resolve("backtest.json");
        try {
            return Optional.of(Json.mapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** The visits of a replay. */
    List<Visit> visits(String name) {
        if (!hasVisits(name)) {
            return List.of();
        }
        Path file = folder.resolve(name).resolve("visits.jsonl");
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Loaded last = loaded;
            if (last != null && last.file().equals(file) && last.changed().equals(changed) && last.size() == size) {
                return last.visits();
            }
            Loaded read = new Loaded(file, changed, size, read(file));
            loaded = read;
            return read.visits();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be read: {}", file, e.getMessage());
            return List.of();
        }
    }

    private static List<Visit> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank())
                    .map(Results::visit)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<Visit> visit(String line) {
        try {
            return Optional.of(Json.read(line, Visit.class));
        } catch (JsonProcessingException e) {
            LOG.warn("a line is no visit: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
