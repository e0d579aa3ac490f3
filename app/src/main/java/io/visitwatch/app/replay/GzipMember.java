package io.visitwatch.app.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * One member of a gzip file (RFC 1952). The JDK's own stream reads members on end without saying where one ends, and cannot go on
 * after a damaged one.
 *
 * @param bytes what it unpacks to; empty when damaged
 * @param end first byte after it
 * @param damage what is wrong, one line; null for a sound member
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
record GzipMember(byte[] bytes, long end, @Nullable String damage) {
    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;

    /** Reads the member that begins at {@code start}, at most {@code limit} bytes unpacked. */
    static GzipMember read(FileChannel file, long start, int limit) throws IOException {
        long data = dataStart(file, start);
        if (data < 0) {
            return damaged("no gzip member begins here");
        }
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
            String damage = inflate(file, data, inflater, out, limit);
            if (damage != null) {
                return damaged(damage);
            }
            long end = data + inflater.getBytesRead();
            return checked(file, end, out.toByteArray());
        } finally {
            inflater.end();
        }
    }

    /** The first bytes the member at {@code start} unpacks to, as far as it can be unpacked. */
    static byte[] peek(FileChannel file, long start, int count) throws IOException {
        long data = dataStart(file, start);
        if (data < 0) {
            return new byte[0];
        }
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(count);
            String enough = inflate(file, data, inflater, out, count);
            return enough == null || out.size() >= count ? out.toByteArray() : new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static @Nullable String inflate(
            FileChannel file, long from, Inflater inflater, ByteArrayOutputStream out, int limit) throws IOException {
        byte[] unpacked = new byte[BUFFER];
        long at = from;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    byte[] packed = bytes(file, at, BUFFER);
                    if (packed.length == 0) {
                        return "the record breaks off at the end of the file";
                    }
                    at += packed.length;
                    inflater.setInput(packed);
                }
                int count = inflater.inflate(unpacked);
                if (count == 0 && inflater.needsDictionary()) {
                    return "the record is packed with a dictionary";
                }
                out.write(unpacked, 0, Math.min(count, limit - out.size()));
                if (out.size() >= limit && !inflater.finished()) {
                    return "the record unpacks to more than " + limit + " bytes";
                }
            }
            return null;
        } catch (DataFormatException e) {
            return "the record cannot be unpacked: " + e.getMessage();
        }
    }

    private static GzipMember checked(FileChannel file, long end, byte[] unpacked) throws IOException {
        byte[] trailer = bytes(file, end, TRAILER);
        CRC32 crc = new CRC32();
        crc.update(unpacked);
        if (trailer.length < TRAILER
                || little(trailer, 0) != crc.getValue()
                || little(trailer, 4) != (unpacked.length & 0xffffffffL)) {
            return damaged("the record's checksum is wrong");
        }
        return new GzipMember(unpacked, end + TRAILER, null);
    }

    /** Where the packed data begins, or -1 when no header stands at {@code start}. */
    private static long dataStart(FileChannel file, long start) throws IOException {
        byte[] head = bytes(file, start, BUFFER);
        if (head.length < 18 || head[0] != 0x1f || head[1] != (byte) 0x8b || head[2] != 8) {
            return -1;
        }
        int flags = head[3];
        int at = 10;
        if ((flags & 4) != 0) {
            at += 2 + (head[at] & 0xff) + ((head[at + 1] & 0xff) << 8);
        }
        for (int text = 8; text <= 16; text <<= 1) {
            if ((flags & text) != 0) {
                while (at < head.length && head[at] != 0) {
                    at++;
                }
                at++;
            }
        }
        at += (flags & 2) != 0 ? 2 : 0;
        return at < head.length ? start + at : -1;
    }

    private static byte[] bytes(FileChannel file, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(count, file.size() - at)));
        while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
            // read on until full or at the end
        }
        return buffer.array();
    }

    private static long little(byte[] bytes, int at) {
        return (bytes[at] & 0xffL)
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }

    private static GzipMember damaged(String cause) {
        return new GzipMember(new byte[0], 0, cause);
    }
}
