package io.visitwatch.enrich.gazetteer.importer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a file.
 *
 * @param source file
 * @param format its format
 * @param records records read
 * @param taken what was taken over, by kind ({@code people}, {@code terms}, {@code places}, {@code names})
 * @param skipped what was left out, by reason
 * @param examples one record per reason, to look at
 */
public record ImportReport(
        String source,
        String format,
        long records,
        Map<String, Long> taken,
        Map<String, Long> skipped,
        Map<String, String> examples) {
    public ImportReport {
        taken = Map.copyOf(taken);
        skipped = Map.copyOf(skipped);
        examples = Map.copyOf(examples);
    }

    /** Everything left out. */
    public long skippedTotal() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts while a file is read. */
    static final class Counter {
        private final String source;
        private final String format;
        private long records;
        private final Map<String, Long> taken = new TreeMap<>();
        private final Map<String, Long> skipped = new TreeMap<>();
        private final Map<String, String> examples = new LinkedHashMap<>();

        Counter(String source, String format) {
            this.source = source;
            this.format = format;
        }

        void record() {
            records++;
        }

        void took(String kind) {
            taken.merge(kind, 1L, Long::sum);
        }

        void skip(String reason, String example) {
            skipped.merge(reason, 1L, Long::sum);
            examples.putIfAbsent(reason, example);
        }

        ImportReport report() {
            return new ImportReport(source, format, records, taken, skipped, examples);
        }
    }
}
