package io.visitwatch.app.replay;

import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.wire.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What could not be read, one JSON line each, cut back to a known length when a replay is resumed. */
public final class DeadLetterFile implements Closeable {
    private final FileChannel file;

    /** The file at {@code path}, of which the first {@code keptBytes} stay. */
    public DeadLetterFile(Path path, long keptBytes) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(keptBytes);
        file.position(keptBytes);
    }

    /** One more letter. */
    public void add(DeadLetter letter) {
        ByteBuffer line = ByteBuffer.wrap((Json.write(letter) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the dead letters", e);
        }
    }

    /** Length of what is safely written. */
    long flushed() throws IOException {
        file.force(false);
        return file.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
