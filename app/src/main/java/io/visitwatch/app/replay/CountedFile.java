package io.visitwatch.app.replay;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that knows how much of it was read, before unpacking. */
final class CountedFile {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final long size;
    private long read;

    CountedFile(Path file) throws IOException {
        this.file = file;
        this.size = Files.size(file);
    }

    /** The bytes, unpacked when they are gzip. */
    InputStream unpacked() throws IOException {
        BufferedInputStream in = new BufferedInputStream(counted(), BUFFER);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    /** The bytes as they are. */
    InputStream counted() throws IOException {
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                read += one < 0 ? 0 : 1;
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                read += Math.max(count, 0);
                return count;
            }
        };
    }

    double share() {
        return size == 0 ? 1 : (double) read / size;
    }
}
