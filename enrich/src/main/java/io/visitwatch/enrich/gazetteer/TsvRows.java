package io.visitwatch.enrich.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads tab-separated files with {@code #} comments, calling back per row with what is needed to name a bad one. */
final class TsvRows {
    private TsvRows() {}

    /** A row: its fields and where it stands. */
    record Row(String file, int line, List<String> fields) {
        /** A field; empty when the row is shorter. */
        String get(int field) {
            return field < fields.size() ? fields.get(field).trim() : "";
        }

        /** The forms of a field, separated by {@code |}. */
        List<String> forms(int field) {
            return List.of(get(field).split("\\|", -1)).stream()
                    .map(String::trim)
                    .filter(form -> !form.isEmpty())
                    .toList();
        }

        GazetteerException refuse(String cause) {
            return new GazetteerException(file + ":" + line + ": " + cause);
        }
    }

    /** Takes a row. */
    interface Reader {
        void read(Row row);
    }

    /** Reads all rows of a stream, which is closed. */
    static void read(String file, InputStream in, Reader reader) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                Row row = new Row(file, number, List.of(line.split("\t", -1)));
                try {
                    reader.read(row);
                } catch (IllegalArgumentException e) {
                    throw row.refuse(String.valueOf(e.getMessage()));
                }
            }
        }
    }
}
