package io.visitwatch.app.replay;

import io.visitwatch.model.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Articles as records of a web archive (WARC 1.1): each a {@code resource} record with the article's own address, the time of its first
 * sight and its JSON as it stands in the topic. Equal articles give equal bytes.
 */
public final class WarcArticles {
    /** Media type of the JSON in a record. */
    public static final String TYPE = "application/vnd.visitwatch.article+json";

    private static final String INFO_ID = "urn:uuid:6f1dc3f8-6f0e-3a5c-9f66-1d7c0a2b54e1";
    private static final String INFO = String.join(
            "\r\n",
            "software: visitwatch",
            "format: WARC File Format 1.1",
            "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "");
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private WarcArticles() {}

    /** The record that opens a file. */
    public static byte[] opening(boolean packed) {
        String head = "WARC-Type: warcinfo\r\nWARC-Record-ID: <" + INFO_ID
                + ">\r\nWARC-Date: 1970-01-01T00:00:00Z\r\nContent-Type: application/warc-fields\r\n";
        return record(head, INFO.getBytes(StandardCharsets.UTF_8), packed);
    }

    /**
     * One article.
     *
     * @param json the article as it stands in the topic
     * @param packed gzip, a member of its own as the format wants it
     */
    public static byte[] record(Article article, byte[] json, boolean packed) {
        String head = "WARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:" + UUID.nameUUIDFromBytes(json)
                + ">\r\nWARC-Date: " + article.firstSeen().truncatedTo(ChronoUnit.SECONDS) + "\r\nWARC-Target-URI: "
                + target(article) + "\r\nContent-Type: " + TYPE + "\r\n";
        return record(head, json, packed);
    }

    /** The JSON in a record made by {@link #record}; empty for any other record. */
    public static Optional<byte[]> json(byte[] bytes) {
        int end = headEnd(bytes);
        if (end < 0) {
            return Optional.empty();
        }
        String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean ours = head.contains("\r\ncontent-type: " + TYPE + "\r\n");
        return ours ? Optional.of(Arrays.copyOfRange(bytes, end, bytes.length - HEAD_END.length)) : Optional.empty();
    }

    private static String target(Article article) {
        String url = article.url();
        return url != null && url.chars().allMatch(c -> c > ' ' && c < 127)
                ? url
                : "urn:visitwatch:article:" + article.id().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static byte[] record(String head, byte[] body, boolean packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 512);
        out.writeBytes(("WARC/1.1\r\n" + head + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        out.writeBytes(HEAD_END);
        return packed ? gzip(out.toByteArray()) : out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return packed.toByteArray();
    }

    private static int headEnd(byte[] bytes) {
        for (int i = 0; i + HEAD_END.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + HEAD_END.length, HEAD_END, 0, HEAD_END.length)) {
                return i + HEAD_END.length;
            }
        }
        return -1;
    }
}
