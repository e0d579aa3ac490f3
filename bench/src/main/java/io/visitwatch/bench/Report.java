package io.visitwatch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Writes {@code docs/performance.md}. */
final class Report {
    private static final String NOTES = "notes.properties";

    private Report() {}

    static void write(Path file, Map<String, Row> rows, List<String> order) throws IOException {
        Properties notes = notes();
        StringBuilder text = new StringBuilder("# Performance\n\n");
        text.append(
                "Written by `bench/run`, which measures everything again; `bench/run NAME...` measures some rows and keeps the"
                        + " others. Every ratio is taken beside its reference in the same run: the two take turns, the order swapped from"
                        + " round to round, after a round that does not count. Extraction, feed reading, tagging, names and growth are measured in processor time of the working thread, all else by the clock. Median, and smallest to largest value of the rounds.\n\n");
        text.append("Machine: ").append(Machine.line()).append(".\n\n");
        text.append(
                "| row | measured | beside | goal | median | spread | rounds | |\n|---|---|---|---|---|---|---|---|\n");
        for (String id : order) {
            Row row = rows.get(id);
            if (row != null) {
                line(text, row);
            }
        }
        text.append("\n## The figures behind the ratios\n\n");
        for (String id : order) {
            Row row = rows.get(id);
            if (row != null) {
                text.append("- **").append(id).append("**: ").append(row.detail());
                String note = notes.getProperty(id);
                text.append(note == null ? "" : ". " + note).append('\n');
            }
        }
        String open = notes.getProperty("open");
        if (open != null) {
            text.append("\n## Not measured yet\n\n").append(open).append('\n');
        }
        Files.writeString(file, text);
    }

    private static void line(StringBuilder text, Row row) {
        String unit = row.unit().equals("x") ? " ×" : " " + row.unit();
        text.append("| ")
                .append(String.join(
                        " | ",
                        row.id(),
                        row.measure(),
                        row.reference(),
                        row.goal(),
                        Row.number(row.median()) + unit,
                        row.spread(),
                        Integer.toString(row.values().size()),
                        row.met() ? "met" : "**missed**"))
                .append(" |\n");
    }

    private static Properties notes() throws IOException {
        Properties notes = new Properties();
        try (InputStream in = Report.class.getResourceAsStream(NOTES)) {
            if (in != null) {
                notes.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return notes;
    }
}
