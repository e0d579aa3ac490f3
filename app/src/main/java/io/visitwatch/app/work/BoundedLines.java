package io.visitwatch.app.work;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that a stranger wrote. A line without an end does not fill the memory: what goes beyond {@value #MAX}
 * characters is passed over, so that the line is found unreadable and the next one is read.
 */
public final class BoundedLines {
    /** Characters of a line that are kept. */
    public static final int MAX = 16_000_000;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int from;
    private int filled;

    /** The lines of {@code reader}, which needs no buffer of its own. */
    public BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end; null after the last. */
    public @Nullable String next() throws IOException {
        StringBuilder line = null;
        while (true) {
            if (from == filled) {
                filled = Math.max(0, reader.read(buffer));
                from = 0;
                if (filled == 0) {
                    return line == null ? null : text(line);
                }
            }
            int end = from;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (line == null) {
                line = new StringBuilder(end - from + 16);
            }
            line.append(buffer, from, Math.min(end - from, MAX - line.length()));
            if (end < filled) {
                from = end + 1;
                return text(line);
            }
            from = end;
        }
    }

    private static String text(StringBuilder line) {
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }
}
