package io.visitwatch.app.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Archives that want to fill the memory, read as {@code replay} reads them. */
public final class HostileArchives {
    private HostileArchives() {}

    /** A packed archive of one line of a gigabyte, and a sound one after it. */
    public static String endlessLine(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1024; i++) {
                out.write(block);
            }
            out.write("\n{\"id\":\"a\",\"title\":\"T\",\"text\":\"Words.\"}\n".getBytes(StandardCharsets.US_ASCII));
        }
        return read(file);
    }

    /** A web archive whose only record says it holds a page and holds a bomb. */
    public static String bomb(Path file, byte[] bomb) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: "
                    + bomb.length + "\r\n\r\n";
            String head = String.join(
                    "\r\n",
                    "WARC/1.0",
                    "WARC-Type: response",
                    "WARC-Target-URI: http://a.example/",
                    "WARC-Date: 2026-03-10T09:00:00Z",
                    "WARC-Record-ID: <urn:uuid:1>",
                    "Content-Type: application/http; msgtype=response",
                    "Content-Length: " + (http.length() + bomb.length),
                    "\r\n");
            out.write((head + http).getBytes(StandardCharsets.US_ASCII));
            out.write(bomb);
            out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return read(file);
    }

    private static String read(Path file) throws IOException {
        int articles = 0;
        int unreadable = 0;
        try (ReplaySource.Items items = Sources.of(file).open()) {
            while (items.hasNext()) {
                try {
                    articles += items.next().reader().read().size();
                } catch (ReplayItem.UnreadableException e) {
                    unreadable++;
                }
            }
        }
        return articles + " articles, " + unreadable + " unreadable";
    }
}
