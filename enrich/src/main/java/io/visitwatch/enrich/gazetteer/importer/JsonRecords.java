package io.visitwatch.enrich.gazetteer.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads large JSON files record by record. */
final class JsonRecords {
    private JsonRecords() {}

    /** Takes a record. */
    interface Reader {
        void read(JsonNode node);
    }

    /** Takes an element of a named top-level array. */
    interface FieldReader {
        void read(String array, JsonNode element);
    }

    /** Opens a file, unpacking gzip by its name. */
    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /**
     * Reads one JSON object a line; lines that are brackets of an enclosing array are passed over, commas after a record dropped.
     *
     * @param counter told of lines that are no JSON; null on a second pass over the same file
     */
    static void lines(Path file, @Nullable Counter counter, Reader reader) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String record = record(line);
                if (!record.isEmpty()) {
                    one(file, number, record, counter, reader);
                }
            }
        }
    }

    private static String record(String line) {
        String trimmed = line.strip();
        String bare = trimmed.endsWith(",") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        return bare.equals("[") || bare.equals("]") ? "" : bare;
    }

    private static void one(Path file, int number, String record, @Nullable Counter counter, Reader reader) {
        JsonNode node;
        try {
            node = Json.mapper().readTree(record);
        } catch (JsonProcessingException e) {
            if (counter != null) {
                counter.skip("no JSON", file.getFileName() + ":" + number);
            }
            return;
        }
        reader.read(node);
    }

    /** Reads the elements of all arrays that are fields of the file's one object. */
    static void arrays(Path file, FieldReader reader) throws IOException {
        try (InputStream in = open(file);
                JsonParser parser = Json.mapper().getFactory().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(file + ": expected one JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    reader.read(field, parser.readValueAsTree());
                }
            }
        }
    }
}
