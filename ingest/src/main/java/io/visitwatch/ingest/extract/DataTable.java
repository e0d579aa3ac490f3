package io.visitwatch.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Reader of the tables beside this package: UTF-8, tab-separated, {@code #} starts a comment line. */
final class DataTable {
    private DataTable() {}

    /** The rows of the table {@code name}, each split at tabs. */
    static List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = DataTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name + " beside " + DataTable.class.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(List.of(line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
        return rows;
    }

    /** A table of kind, tab, blank-separated words with {@code +} joining pairs: the flags of each word or pair. */
    static Map<String, Integer> flags(String name, ToIntFunction<String> flag) {
        Map<String, Integer> flags = new HashMap<>();
        for (List<String> row : rows(name)) {
            for (String word : row.get(1).trim().split("\\s+", -1)) {
                flags.merge(word.replace('+', ' '), flag.applyAsInt(row.get(0)), (a, b) -> a | b);
            }
        }
        return Map.copyOf(flags);
    }
}
