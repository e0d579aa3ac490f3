package io.visitwatch.bench.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.visitwatch.bench.parts.MadeNames;
import io.visitwatch.enrich.gazetteer.Country;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many small feeds on one local server; an article appears in the next feed at a steady pace, some report a visit of their own. */
final class Town implements AutoCloseable {
    private static final int FEED_LENGTH = 20;
    private static final List<String> OFFICES =
            List.of("foreign minister", "defence minister", "prime minister", "president", "interior minister");

    private final HttpServer server;
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final List<String> texts = MadeNames.articles(500, MadeNames.of(1_000));
    private final List<String> countries = Gazetteer.bundled().countries().stream()
            .filter(country -> country.code().length() == 2 && !country.code().equals("IQ"))
            .map(Country::name)
            .toList();
    private final int feeds;
    private final double perSecond;
    private final int every;
    private final long start = System.nanoTime();
    private final Instant opened = Instant.now();
    private final Map<Integer, Long> served = new ConcurrentHashMap<>();

    private Town(HttpServer server, int feeds, double perSecond, int every) {
        this.server = server;
        this.feeds = feeds;
        this.perSecond = perSecond;
        this.every = every;
    }

    /**
     * Opens it on a free port of the loopback address.
     *
     * @param every each so manieth article reports a visit
     */
    static Town open(int feeds, double perSecond, int every) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Town town = new Town(server, feeds, perSecond, every);
        server.createContext("/", town::answer);
        server.setExecutor(town.pool);
        server.start();
        return town;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** When each article was first served in a feed, by number, in nanoseconds of this machine. */
    Map<Integer, Long> served() {
        return served;
    }

    boolean tells(int article) {
        return article % every == 0;
    }

    /** The configuration that reads it. */
    String config(String poll) {
        StringBuilder yaml = new StringBuilder("fetch: { contact: bench@localhost.invalid, poll: " + poll
                + ", poll-min: "
                + poll + ", poll-max: " + poll + ", host-delay: 20ms, allow-private: [127.0.0.1/32], allow-ports: ["
                + port() + "] }\nfeeds:\n");
        for (int feed = 0; feed < feeds; feed++) {
            yaml.append("  - { id: made-")
                    .append(feed)
                    .append(", url: \"http://127.0.0.1:")
                    .append(port())
                    .append("/feed/")
                    .append(feed)
                    .append("\", outlet: Made ")
                    .append(feed)
                    .append(", language: en }\n");
        }
        return yaml.toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String type = path.startsWith("/feed/") ? "application/rss+xml" : "text/html";
        String body = path.startsWith("/feed/")
                ? feed(Integer.parseInt(path.substring(6)))
                : path.startsWith("/a/") ? page(Integer.parseInt(path.substring(3))) : "";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String feed(int feed) {
        long now = System.nanoTime();
        int newest = (int) ((now - start) / 1e9 * perSecond);
        List<String> items = new ArrayList<>();
        for (int article = newest - Math.floorMod(newest - feed, feeds);
                article >= 0 && items.size() < FEED_LENGTH;
                article -= feeds) {
            served.putIfAbsent(article, now);
            items.add("<item><title>" + title(article) + "</title><link>http://127.0.0.1:" + port() + "/a/" + article
                    + "</link><guid>made-" + article + "</guid><pubDate>" + at(article) + "</pubDate></item>");
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Made " + feed
                + "</title><link>http://127.0.0.1/</link><description>made</description>" + String.join("", items)
                + "</channel></rss>";
    }

    private String page(int article) {
        return "<html><head><title>" + title(article) + "</title></head><body><article><h1>" + title(article)
                + "</h1><p>" + lead(article) + "</p><p>" + texts.get(article % texts.size())
                + "</p></article></body></html>";
    }

    private String title(int article) {
        return tells(article) ? who(article) + " arrives in Baghdad" : "Markets " + article;
    }

    private String lead(int article) {
        return tells(article)
                ? "The " + who(article) + " arrived in Baghdad today for talks with Iraqi leaders."
                : "Markets were calm.";
    }

    private String who(int article) {
        int visit = article / every;
        return OFFICES.get(visit / countries.size() % OFFICES.size()) + " of "
                + countries.get(visit % countries.size());
    }

    private String at(int article) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                opened.plusMillis((long) (article * 1_000 / perSecond)).atOffset(ZoneOffset.UTC));
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}
