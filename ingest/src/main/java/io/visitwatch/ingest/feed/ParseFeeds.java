package io.visitwatch.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a folder of feed files, one line of JSON each ({@link ParseFeedsJson}). With a {@code manifest.jsonl} (lines of
 * {@code {id, file, content_type, url, headers}}) its rows are read in its order; without one, every file of the folder, by name.
 */
public final class ParseFeeds {
    /** Where relative links of a file without a manifest start. */
    private static final String NOWHERE = "";

    private ParseFeeds() {}

    /**
     * Hands one line after the other to {@code out}; nothing is kept.
     *
     * @throws IOException when the folder, the manifest or a file it names cannot be read
     */
    public static void run(Path folder, Consumer<String> out) throws IOException {
        Path manifest = folder.resolve("manifest.jsonl");
        if (!Files.exists(manifest)) {
            for (Path file : files(folder)) {
                out.accept(ParseFeedsJson.line(file.getFileName().toString(), FeedReader.read(document(file))));
            }
            return;
        }
        try (Stream<String> rows = Files.lines(manifest)) {
            for (String row : (Iterable<String>) rows::iterator) {
                if (!row.isBlank()) {
                    out.accept(line(folder, row));
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    private static FeedDocument document(Path file) throws IOException {
        return FeedDocument.of(bytes(file), NOWHERE);
    }

    private static String line(Path folder, String row) throws IOException {
        JsonNode node = Json.mapper().readTree(row);
        Map<String, String> headers = new HashMap<>();
        node.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        JsonNode type = node.path("content_type");
        FeedDocument document = new FeedDocument(
                bytes(folder.resolve(node.path("file").asText())),
                type.isTextual() ? type.asText() : null,
                node.path("url").asText(NOWHERE),
                headers);
        return ParseFeedsJson.line(node.path("id").asText(), FeedReader.read(document));
    }

    /** One byte more than is read tells the reader that the file is too large, however large it is. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FeedReader.MAX_BYTES + 1);
        }
    }
}
