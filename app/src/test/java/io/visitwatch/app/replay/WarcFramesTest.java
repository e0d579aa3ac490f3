package io.visitwatch.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web archives with a thousand pages, three of them damaged. */
class WarcFramesTest {
    private static final int PAGES = 1000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAllSoundPagesAndSaysWhereTheOthersAre(boolean packed) throws IOException {
        Path archive = folder.resolve(packed ? "news.warc.gz" : "news.warc");
        List<Long> damaged = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < PAGES; i++) {
            byte[] entry = response(i, page(i));
            switch (i) {
                case 100 -> {
                    damaged.add((long) out.size());
                    byte[] stored = stored(entry, packed);
                    out.write(stored, 0, stored.length / 2);
                }
                case 500 -> {
                    damaged.add((long) out.size());
                    out.write(stored(response(i, bomb(), "Content-Encoding: gzip\r\n"), packed));
                }
                case 900 -> {
                    damaged.add((long) out.size());
                    out.write(stored(withLength(entry, entry.length + 4711), packed));
                }
                default -> out.write(stored(entry, packed));
            }
        }
        Files.write(archive, out.toByteArray());
        Reading reading = read(new WarcSource(archive));
        assertThat(reading.articles()).hasSize(PAGES - 3);
        assertThat(reading.failures())
                .extracting(
                        failure -> Long.parseLong(failure.substring(failure.indexOf('@') + 1, failure.indexOf(' '))))
                .containsExactlyElementsOf(damaged);
        assertThat(reading.failures().get(1)).contains("unpacks to more than");
    }

    @Test
    void whatIsNoPageIsPassedOver() throws IOException {
        Path archive = folder.resolve("other.warc");
        byte[] picture = response(1, "x".getBytes(StandardCharsets.UTF_8), "", "image/png");
        byte[] info = record(
                "warcinfo", "application/warc-fields", "", "software: test\r\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(info);
        out.write(picture);
        Files.write(archive, out.toByteArray());
        Reading reading = read(new WarcSource(archive));
        assertThat(reading.articles()).isEmpty();
        assertThat(reading.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARC-Target-URI", "WARC-Date"})
    void aPageWithoutAddressOrDateIsDamagedAndSaysWhatItLacks(String header) throws IOException {
        Path archive = folder.resolve("lacking.warc");
        String entry = new String(response(1, page(1)), StandardCharsets.ISO_8859_1);
        Files.writeString(archive, entry.replaceFirst(header + ": [^\\r]*\\r\\n", ""), StandardCharsets.ISO_8859_1);
        Reading reading = read(new WarcSource(archive));
        assertThat(reading.articles()).isEmpty();
        assertThat(reading.failures()).singleElement().asString().contains("no " + header);
    }

    @Test
    void garbageEndsWithoutAnArticle() throws IOException {
        Path archive = folder.resolve("garbage.warc.gz");
        byte[] garbage = new byte[300_000];
        new java.util.Random(7).nextBytes(garbage);
        Files.write(archive, garbage);
        Reading reading = read(new WarcSource(archive));
        assertThat(reading.articles()).isEmpty();
        assertThat(reading.failures()).hasSize(1);
    }

    private static Reading read(ReplaySource source) throws IOException {
        List<Article> articles = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (ReplaySource.Items items = source.open()) {
            while (items.hasNext()) {
                ReplayItem item = items.next();
                try {
                    articles.addAll(item.reader().read());
                } catch (ReplayItem.UnreadableException e) {
                    failures.add(item.place() + " " + e.getMessage());
                }
            }
        }
        return new Reading(articles, failures);
    }

    private record Reading(List<Article> articles, List<String> failures) {}

    private static byte[] page(int number) {
        String words = "The council met on Tuesday and talked about the bridge, the school and the market. ".repeat(4);
        return ("<html><head><title>Page " + number + "</title></head><body><article><h1>Page " + number + "</h1><p>"
                        + words + "</p><p>" + words + "</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(block);
            }
        }
        return out.toByteArray();
    }

    private static byte[] response(int number, byte[] page) {
        return response(number, page, "");
    }

    private static byte[] response(int number, byte[] page, String header) {
        return response(number, page, header, "text/html; charset=utf-8");
    }

    private static byte[] response(int number, byte[] page, String header, String type) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + header + "Content-Length: " + page.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return record(
                "response",
                "application/http; msgtype=response",
                "WARC-Target-URI: https://news.example/" + number + "\r\n",
                join(head, page));
    }

    private static byte[] record(String kind, String type, String extra, byte[] block) {
        String head = "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Record-ID: <urn:uuid:"
                + java.util.UUID.nameUUIDFromBytes(block) + ">\r\nWARC-Date: 2026-03-10T09:00:00Z\r\n" + extra
                + "Content-Type: " + type + "\r\nContent-Length: " + block.length + "\r\n\r\n";
        return join(
                head.getBytes(StandardCharsets.ISO_8859_1), block, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] withLength(byte[] entry, int length) {
        String text = new String(entry, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("Content-Length: ");
        String changed = text.substring(0, at) + "Content-Length: " + length + text.substring(text.indexOf("\r\n", at));
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] stored(byte[] entry, boolean packed) throws IOException {
        if (!packed) {
            return entry;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(entry);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
