package io.visitwatch.app.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.visitwatch.model.Article;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Outlets that never stop: each feed has a new story every few seconds, and each story a page. */
final class SoakSite implements AutoCloseable {
    private static final DateTimeFormatter RFC = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int SHOWN = 30;
    private static final List<Article> STORIES = Archive.of(5_000, Instant.EPOCH);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, work -> {
        Thread thread = new Thread(work, "soak-site");
        thread.setDaemon(true);
        return thread;
    });
    private final int feeds;
    private final double perSecond;
    private final Instant start = Instant.now();

    /**
     * Opens it on the loopback address.
     *
     * @param perSecond stories a second, over all feeds
     */
    SoakSite(int feeds, double perSecond) throws IOException {
        this.feeds = feeds;
        this.perSecond = perSecond;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String feed(int number) {
        return "http://127.0.0.1:" + port() + "/feed/" + number;
    }

    /** Stories published so far. */
    long published() {
        return (long) (perSecond * (Instant.now().toEpochMilli() - start.toEpochMilli()) / 1_000);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int number = Integer.parseInt(path.replaceFirst(".*/", ""));
        byte[] body = (path.startsWith("/feed/") ? document(number) : page(number)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", path.startsWith("/feed/") ? "application/rss+xml" : "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String document(int feed) {
        long mine = published() / feeds;
        StringBuilder out = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed ").append(feed);
        out.append("</title>");
        for (long i = mine; i > Math.max(0, mine - SHOWN); i--) {
            long story = i * feeds + feed;
            out.append("<item><guid isPermaLink=\"false\">").append(story).append("</guid><title>");
            out.append(title(story))
                    .append("</title><link>http://127.0.0.1:")
                    .append(port())
                    .append("/story/");
            out.append(story).append("</link><pubDate>");
            out.append(RFC.format(start.plusMillis((long) (1_000 * story / perSecond))));
            out.append("</pubDate></item>");
        }
        return out.append("</channel></rss>").toString();
    }

    private static String title(long story) {
        return STORIES.get((int) (story % STORIES.size())).title() + ", report " + story;
    }

    private static String page(int story) {
        String text = STORIES.get(story % STORIES.size()).text();
        return "<html lang=\"en\"><head><title>" + title(story) + "</title></head><body><article><h1>" + title(story)
                + "</h1><p>" + text + "</p><p>Story " + story
                + " goes on with a second paragraph of its own, which says"
                + " how the day was and what people in the city thought of it, number " + story
                + ".</p></article></body></html>";
    }
}
