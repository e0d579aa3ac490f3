package io.visitwatch.app.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Named inputs and outputs of commands: files, gzip files, or the standard streams. */
final class Streams {
    private static final int BUFFER = 1 << 16;
    private static final String STANDARD = "-";

    private Streams() {}

    /** Text of a file or of standard input, as UTF-8; what is not UTF-8 becomes replacement characters. */
    static BufferedReader reader(String name, Console console) {
        return new BufferedReader(new InputStreamReader(input(name, console), StandardCharsets.UTF_8), BUFFER);
    }

    /** A file to write, or standard output; it keeps open what it did not open. */
    static PrintStream writer(String name, Console console) {
        try {
            if (name.equals(STANDARD)) {
                return new PrintStream(
                        new BufferedOutputStream(shared(console), BUFFER), false, StandardCharsets.UTF_8);
            }
            OutputStream file = Files.newOutputStream(Path.of(name));
            OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(file) : file;
            return new PrintStream(new BufferedOutputStream(packed, BUFFER), false, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal(ExitCode.ENVIRONMENT, "cannot write " + name + " (" + e + "): give another place", e);
        }
    }

    /** A file to write as it is, or standard output, which stays open. */
    static OutputStream plain(String name, Console console) {
        try {
            return new BufferedOutputStream(
                    name.equals(STANDARD) ? shared(console) : Files.newOutputStream(Path.of(name)), BUFFER);
        } catch (IOException e) {
            throw new Refusal(ExitCode.ENVIRONMENT, "cannot write " + name + " (" + e + "): give another place", e);
        }
    }

    /** Refuses a file that is not there or cannot be read. */
    static void refuseUnreadable(String name, Console console) throws IOException {
        input(name, console).close();
    }

    /** Bytes of a file, unpacked when they are gzip. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return in.readAllBytes();
        }
    }

    private static OutputStream shared(Console console) {
        return new FilterOutputStream(console.out()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static InputStream input(String name, Console console) {
        try {
            InputStream raw = name.equals(STANDARD) ? console.in() : Files.newInputStream(Path.of(name));
            return unpacked(new BufferedInputStream(raw, BUFFER));
        } catch (NoSuchFileException e) {
            throw new Refusal(ExitCode.USAGE, "no such file: " + name, e);
        } catch (AccessDeniedException e) {
            throw new Refusal(ExitCode.ENVIRONMENT, "no permission to read " + name, e);
        } catch (IOException e) {
            throw new Refusal(ExitCode.ENVIRONMENT, "cannot read " + name + " (" + e + ")", e);
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }
}
