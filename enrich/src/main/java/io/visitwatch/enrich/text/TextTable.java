package io.visitwatch.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a small tab-separated table that ships beside a class: {@code #} starts a comment line, empty lines are skipped. */
public final class TextTable {
    private TextTable() {}

    /**
     * The rows of a bundled table.
     *
     * @param name file name beside this class
     * @param columns how many columns every row has
     * @throws IllegalStateException for a missing file or a row with another number of columns, named by line
     */
    static List<List<String>> read(String name, int columns) {
        return read(TextTable.class, name, columns);
    }

    /** As {@link #read(String, int)}, beside {@code owner}. */
    public static List<List<String>> read(Class<?> owner, String name, int columns) {
        InputStream stream = owner.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is missing from the class path");
        }
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> row = List.of(line.split("\t", -1));
                if (row.size() != columns) {
                    throw new IllegalStateException(
                            name + ":" + number + ": " + row.size() + " columns, expected " + columns);
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return rows;
    }
}
