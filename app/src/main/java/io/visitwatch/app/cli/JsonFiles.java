package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Files of JSON lines that commands read whole: labels, predictions, visits. */
final class JsonFiles {
    private JsonFiles() {}

    /** Every line as a value. */
    static <T> List<T> read(String file, Class<T> type, Console console) throws IOException {
        List<T> all = new ArrayList<>();
        forEach(file, type, console, all::add);
        return all;
    }

    /** Hands on every line as a value, one after the other. */
    static <T> void forEach(String file, Class<T> type, Console console, Consumer<T> sink) throws IOException {
        int number = 0;
        try (BufferedReader reader = Streams.reader(file, console)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    sink.accept(Json.read(line, type));
                }
            }
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    file + ":" + number + ": no " + type.getSimpleName() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    /** Every line by its {@code id}. */
    static Map<String, JsonNode> byId(String file, Console console) throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        read(file, JsonNode.class, console)
                .forEach(node -> byId.put(node.path("id").asText(), node));
        return byId;
    }
}
