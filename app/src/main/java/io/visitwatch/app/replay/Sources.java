package io.visitwatch.app.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds out what kind of archive a path is. */
public final class Sources {
    private Sources() {}

    /**
     * The source at a path: JSON lines, WARC, a folder of pages, saved feeds.
     *
     * @throws IllegalArgumentException when it is none of them, with what is known
     */
    public static ReplaySource of(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("no such file or folder: " + path);
        }
        if (Files.isDirectory(path)) {
            return new SavedFolder(path);
        }
        if (JsonLines.claims(path)) {
            return new JsonLines(path);
        }
        if (WarcSource.claims(path)) {
            return new WarcSource(path);
        }
        if (SavedFolder.claims(path)) {
            return new SavedFolder(path);
        }
        throw new IllegalArgumentException(
                path
                        + ": unknown kind of archive; known are .jsonl, .warc, .html, .xml, .rss, .atom (each also .gz) and folders of them");
    }

    /** What tells one state of an archive from another: kind, name, bytes. */
    static String identity(String kind, Path path) {
        try {
            return kind + ":" + path.getFileName() + ":" + size(path);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + " (" + e + ")", e);
        }
    }

    private static long size(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.size(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
