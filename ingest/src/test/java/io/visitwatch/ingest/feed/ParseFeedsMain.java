package io.visitwatch.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads a folder with a manifest and prints one line a case: for scoring without the launcher. */
final class ParseFeedsMain {
    private ParseFeedsMain() {}

    public static void main(String[] args) throws IOException {
        Path dir = Path.of(args[0]);
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            for (String line : Files.readAllLines(dir.resolve("manifest.jsonl"))) {
                JsonNode row = Json.mapper().readTree(line);
                Map<String, String> headers = new HashMap<>();
                row.path("headers")
                        .properties()
                        .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
                byte[] body = Files.readAllBytes(dir.resolve(row.get("file").asText()));
                String type = row.path("content_type").isTextual()
                        ? row.get("content_type").asText()
                        : null;
                long t0 = System.nanoTime();
                FeedResult result = FeedReader.read(
                        new FeedDocument(body, type, row.path("url").asText(), headers));
                String json = ParseFeedsJson.line(row.get("id").asText(), result);
                long ms = (System.nanoTime() - t0) / 1_000_000;
                if (ms > 300) {
                    System.err.println(row.get("id").asText() + " " + ms + " ms");
                }
                out.println(json);
            }
        }
    }
}
