package io.visitwatch.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Always UTF-8: under the C locale Java would turn Arabic into question marks.
 *
 * @param in standard input
 * @param out data
 * @param err talk
 * @param terminal whether a person is looking at {@code err}
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
    /** The streams of this process. The launcher says whether a terminal is attached: Java cannot ask for one stream. */
    public static Console standard() {
        return new Console(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                "1".equals(System.getenv("VISITWATCH_TERMINAL")));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
