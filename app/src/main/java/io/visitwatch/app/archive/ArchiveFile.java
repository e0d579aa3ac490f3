package io.visitwatch.app.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.app.replay.WarcArticles;
import io.visitwatch.app.replay.WarcFrames;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an exported archive, article by article, as the bytes that stood in the topic. */
public final class ArchiveFile {
    private ArchiveFile() {}

    /** Takes what stands in the file. */
    public interface Sink {
        /** One article and its JSON. */
        void article(Article article, byte[] json);

        /** What is no article: where, and why. */
        void refused(String place, String cause);
    }

    /** Whether a file name says that it is a web archive. */
    public static boolean isWarc(String name) {
        return name.matches(".*\\.warc(\\.gz)?");
    }

    /** Reads JSON lines. */
    public static void readLines(BufferedReader lines, String name, Sink sink) throws IOException {
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            take(line.getBytes(StandardCharsets.UTF_8), name + ":" + number, sink);
        }
    }

    /** Reads a web archive; records that are no articles are passed over, damaged ones are refused. */
    public static void readWarc(Path file, Sink sink) throws IOException {
        try (WarcFrames frames = WarcFrames.open(file)) {
            for (WarcFrames.Frame frame = frames.next(); frame != null; frame = frames.next()) {
                String place = file.getFileName() + "@" + frame.offset();
                String damage = frame.damage();
                if (damage != null) {
                    sink.refused(place, damage);
                } else {
                    Optional<byte[]> json = WarcArticles.json(frame.bytes());
                    json.ifPresent(bytes -> take(bytes, place, sink));
                }
            }
        }
    }

    private static void take(byte[] json, String place, Sink sink) {
        Article article;
        try {
            article = parse(json);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            String cause = e instanceof JsonProcessingException said ? said.getOriginalMessage() : e.getMessage();
            sink.refused(
                    place,
                    "no article: " + String.valueOf(cause).lines().findFirst().orElse(""));
            return;
        }
        if (article == null) {
            sink.refused(place, "no article: null");
        } else {
            sink.article(article, json);
        }
    }

    private static @Nullable Article parse(byte[] json) throws IOException {
        return Json.mapper().readValue(json, Article.class);
    }
}
