package io.visitwatch.app.faults;

import io.visitwatch.app.config.ConfigException;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.replay.HostileArchives;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.feed.Opml;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.fetch.HttpFetcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Everything that wants to fill the memory, one after the other, in a JVM with little of it; says what became of each. */
final class HostileInputs {
    private static final String URL = "https://news.example/a";

    private HostileInputs() {}

    /** Prints one line for each input; ends with 0 when all were survived. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        byte[] bomb = bomb();
        say("gzip bomb over HTTP", fetch(Arrays.copyOf(bomb, bomb.length / 10)));
        say("larger gzip bomb over HTTP", fetch(bomb));
        say("gzip bomb as feed", feed(bomb));
        say("feed of nested elements", feed(text("<rss><channel>" + "<x>".repeat(4_000_000))));
        say(
                "feed of entities",
                feed(text("<!DOCTYPE r [<!ENTITY a \"" + "a".repeat(10_000) + "\">]><rss><channel><item>" + "<title>"
                        + "&a;".repeat(2_000_000) + "</title></item></channel></rss>")));
        say("feed of one long title", feed(text("<rss><channel><item><title>" + "x".repeat(14_000_000))));
        say("page of nested elements", page(text("<div>".repeat(1_100_000))));
        say("page of one long text", page(text("<article><p>" + "word ".repeat(1_100_000))));
        say("page of attributes", page(text("<p " + "a=b ".repeat(1_400_000) + ">x")));
        say("page of nested JSON-LD", page(text("<script type=\"application/ld+json\">" + "[".repeat(5_000_000))));
        say("page of table cells", page(text("<table>" + "<tr><td><table>".repeat(300_000))));
        say(
                "list of feeds",
                Opml.read(text("<opml><body>" + "<outline xmlUrl='http://a.example/x'/>".repeat(400_000)), url -> null)
                                .problems()
                                .size()
                        + " problems");
        Path yaml = Files.writeString(folder.resolve("bomb.yaml"), yaml());
        say("YAML aliases", config(yaml));
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "[".repeat(1_000_000));
        say("YAML nested", config(deep));
        say("archive of one endless line", HostileArchives.endlessLine(folder.resolve("line.jsonl.gz")));
        say("archive of a bomb", HostileArchives.bomb(folder.resolve("bomb.warc.gz"), bomb));
        System.out.println("survived");
    }

    private static void say(String what, String became) {
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.println(what + ": " + became + " (" + used + " MB in use)");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Ten megabytes that stand for ten gigabytes: members of a gigabyte each, one after the other. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(member)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                gzip.write(block);
            }
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            member.writeTo(whole);
        }
        return whole.toByteArray();
    }

    private static String fetch(byte[] bomb) throws IOException {
        var server =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        try (HttpFetcher fetcher = new HttpFetcher(new FetcherConfig("test", List.of("127.0.0.1"), Set.of(port)))) {
            FetchResult result = fetcher.fetch(FetchRequest.get("http://127.0.0.1:" + port + "/", "*/*"));
            return result instanceof FetchResult.Failed failed ? failed.reason().name() : "let through";
        } finally {
            server.stop(0);
        }
    }

    private static String feed(byte[] bytes) {
        FeedResult result = FeedReader.read(FeedDocument.of(bytes, URL));
        return result instanceof FeedResult.Refused refused ? refused.kind().name() : "read";
    }

    private static String page(byte[] bytes) {
        return ArticleExtractor.extract(PageInput.of(bytes, URL)).flags().toString();
    }

    private static String config(Path file) {
        try {
            new ConfigLoader(name -> null).load(file);
            return "let through";
        } catch (ConfigException e) {
            return "refused";
        }
    }

    private static String yaml() {
        StringBuilder out = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i <= 15; i++) {
            out.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return out.toString();
    }
}
