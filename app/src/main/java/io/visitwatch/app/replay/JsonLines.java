package io.visitwatch.app.replay;

import io.visitwatch.app.work.BoundedLines;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An archive of JSON lines, plain or gzip: one article or document a line. Blank lines are passed over. */
final class JsonLines implements ReplaySource {
    private final Path file;

    JsonLines(Path file) {
        this.file = file;
    }

    @Override
    public String identity() {
        return Sources.identity("jsonl", file);
    }

    @Override
    public Items open() throws IOException {
        CountedFile in = new CountedFile(file);
        return new Lines(in, file.getFileName().toString());
    }

    private static final class Lines implements Items {
        private final CountedFile in;
        private final Reader reader;
        private final BoundedLines lines;
        private final String name;
        private long number;
        private @Nullable String next;
        private @Nullable String damage;

        Lines(CountedFile in, String name) throws IOException {
            this.in = in;
            this.name = name;
            this.reader = new InputStreamReader(in.unpacked(), StandardCharsets.UTF_8);
            this.lines = new BoundedLines(reader);
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null || damage != null;
        }

        @Override
        public ReplayItem next() {
            String line = next;
            String cause = damage;
            number++;
            if (line == null && cause != null) {
                damage = null;
                return ReplayItem.bad(name + ":" + number, cause);
            }
            if (line == null) {
                throw new NoSuchElementException();
            }
            advance();
            return new ReplayItem(
                    name + ":" + number, () -> line.isBlank() ? List.of() : List.of(ArticleDocs.read(line)));
        }

        private void advance() {
            try {
                next = lines.next();
            } catch (IOException e) { // a packed file that was cut or changed: what stands before is read
                next = null;
                damage = "the archive breaks off: " + e.getMessage();
            }
        }

        @Override
        public double share() {
            return in.share();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    static boolean claims(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(jsonl|ndjson|json)(\\.gz)?");
    }
}
