package io.visitwatch.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of earlier and this run in one file, so that parts may be measured on their own. */
final class Results {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Row> rows = new TreeMap<>();

    private Results(Path file) {
        this.file = file;
    }

    static Results open(Path file) throws IOException {
        Results results = new Results(file);
        if (Files.isRegularFile(file)) {
            List<Row> kept = JSON.readValue(file.toFile(), new TypeReference<List<Row>>() {});
            kept.forEach(row -> results.rows.put(row.id(), row));
        }
        return results;
    }

    void put(Row row) throws IOException {
        rows.put(row.id(), row);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), new ArrayList<>(rows.values()));
    }

    Map<String, Row> rows() {
        return rows;
    }
}
