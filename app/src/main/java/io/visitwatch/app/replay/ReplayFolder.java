package io.visitwatch.app.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one replay, and in it the hidden one for what is kept on the way.
 *
 * @param out folder of the results
 */
public record ReplayFolder(Path out) {
    private static final String WORK = ".replay";

    /** Folder for what is kept on the way. */
    public Path work() {
        return out.resolve(WORK);
    }

    /** Where unreadable items are kept. */
    public Path deadLetters() {
        return out.resolve("dead-letters.jsonl");
    }

    /** Makes both folders. */
    public void make() throws IOException {
        Files.createDirectories(work());
    }

    /** Removes what was kept on the way. */
    public void clear() throws IOException {
        if (!Files.isDirectory(work())) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walked = Files.walk(work())) {
            all = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
