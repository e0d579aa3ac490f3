package io.visitwatch.app.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a WARC file into records without trusting it: after a damaged record it goes on at the next place where one begins, and says
 * at which offset it gave up. A strict reader stops there and loses the rest of the archive.
 */
public final class WarcFrames implements Closeable {
    /** Longest record read, unpacked. */
    static final int MAX_RECORD = 32_000_000;

    private static final byte[] START = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d{1,15})\\s*$");
    private static final int MAX_HEADER = 64 * 1024;
    private static final int AFTER = 4; // each record ends with two empty lines

    private final FileChannel file;
    private final long size;
    private final boolean packed;
    private long position;

    private WarcFrames(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
        this.packed = startsWith(0, GZIP);
    }

    /** Opens a file at its beginning. */
    public static WarcFrames open(Path path) throws IOException {
        return new WarcFrames(FileChannel.open(path));
    }

    /**
     * One record, or one damaged place.
     *
     * @param offset where it begins in the file
     * @param bytes the record, unpacked; empty when damaged
     * @param damage what is wrong with it, one line; null for a sound record
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
    public record Frame(long offset, byte[] bytes, @Nullable String damage) {}

    /** The next record or damaged place; null at the end. */
    public @Nullable Frame next() throws IOException {
        if (position >= size) {
            return null;
        }
        long start = position;
        try {
            byte[] bytes = packed ? member(start) : plain(start);
            checkLength(bytes);
            return new Frame(start, bytes, null);
        } catch (Damaged e) {
            position = resync(Math.max(start + 1, e.resumeAt));
            return new Frame(start, new byte[0], e.getMessage());
        }
    }

    double share() {
        return size == 0 ? 1 : (double) position / size;
    }

    private byte[] member(long start) throws IOException, Damaged {
        GzipMember member = GzipMember.read(file, start, MAX_RECORD);
        if (member.damage() != null) {
            throw new Damaged(member.damage(), start + 1);
        }
        position = member.end();
        if (!begins(member.bytes(), START)) {
            throw new Damaged("no WARC record begins here", member.end());
        }
        return member.bytes();
    }

    private byte[] plain(long start) throws IOException, Damaged {
        byte[] head = read(start, MAX_HEADER);
        if (!begins(head, START)) {
            throw new Damaged("no WARC record begins here", start + 1);
        }
        int body = headEnd(head);
        long length = body < 0 ? -1 : statedLength(head, body);
        if (length < 0) {
            throw new Damaged("the record has no readable head", start + 1);
        }
        long total = body + length + AFTER;
        if (total > MAX_RECORD) {
            throw new Damaged("the record says it has " + length + " bytes: more than are read", start + body);
        }
        byte[] bytes = read(start, (int) total);
        boolean ends = bytes.length == total && endsWithTwoLines(bytes);
        boolean last = start + total >= size;
        if (!ends || !(last || startsWith(start + total, START))) {
            throw new Damaged("the record does not end after the " + length + " bytes it states", start + body);
        }
        position = start + total;
        return bytes;
    }

    /** In a packed archive the member's own end shows whether the stated length is true. */
    private void checkLength(byte[] bytes) throws Damaged {
        int body = headEnd(bytes);
        long stated = body < 0 ? -1 : statedLength(bytes, body);
        if (stated < 0) {
            throw new Damaged("the record has no readable head", position);
        }
        if (body + stated + AFTER != bytes.length) {
            throw new Damaged(
                    "the record states " + stated + " bytes and has " + (bytes.length - body - AFTER), position);
        }
    }

    private long resync(long from) throws IOException {
        byte[] wanted = packed ? GZIP : START;
        for (long at = from; at < size; ) {
            byte[] window = read(at, 1 << 20);
            for (int i = 0; i + wanted.length <= window.length; i++) {
                if (matches(window, i, wanted) && isRecord(at + i)) {
                    return at + i;
                }
            }
            at += Math.max(1, window.length - wanted.length + 1);
        }
        return size;
    }

    /** A record that breaks off may stand right before the next one, so the head itself has to convince. */
    private boolean isRecord(long at) throws IOException {
        if (packed) {
            return begins(GzipMember.peek(file, at, START.length), START);
        }
        byte[] head = read(at, MAX_HEADER);
        int end = headEnd(head);
        return end > 0
                && statedLength(head, end) >= 0
                && new String(head, 0, end, StandardCharsets.ISO_8859_1).contains("\nWARC-Type:");
    }

    private static int headEnd(byte[] bytes) {
        for (int i = 0; i + 3 < Math.min(bytes.length, MAX_HEADER); i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static long statedLength(byte[] bytes, int headEnd) {
        Matcher length = LENGTH.matcher(new String(bytes, 0, headEnd, StandardCharsets.ISO_8859_1));
        return length.find() ? Long.parseLong(length.group(1)) : -1;
    }

    private static boolean endsWithTwoLines(byte[] bytes) {
        int n = bytes.length;
        return n >= AFTER
                && bytes[n - 4] == '\r'
                && bytes[n - 3] == '\n'
                && bytes[n - 2] == '\r'
                && bytes[n - 1] == '\n';
    }

    private boolean startsWith(long at, byte[] wanted) throws IOException {
        return begins(read(at, wanted.length), wanted);
    }

    private static boolean begins(byte[] bytes, byte[] wanted) {
        return bytes.length >= wanted.length && matches(bytes, 0, wanted);
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private byte[] read(long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(count, size - at)));
        while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
            // read on until full or at the end
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        private final long resumeAt;

        Damaged(String message, long resumeAt) {
            super(message);
            this.resumeAt = resumeAt;
        }
    }
}
