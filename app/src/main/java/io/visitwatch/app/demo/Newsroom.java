package io.visitwatch.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The local HTTP server of the demo: {@code /<outlet>/feed} and {@code /<outlet>/<story>.html}.
 *
 * <p>Stories are dated against the newsroom's start and appear wave by wave from the first look at a feed on, so that the first
 * readers see some and later ones more, as with real outlets. Its address and start are given, so that a restarted demo meets the
 * same articles again.
 */
public final class Newsroom implements AutoCloseable {
    private static final int FEED_LENGTH = 40;
    private static final int NEIGHBOURS = 5;
    private static final int THREADS = 4;

    private final HttpServer server;
    private final String base;
    private final ExecutorService pool;
    private final NewsroomData data;
    private final PageWriter pages = new PageWriter();
    private final Map<String, NewsOutlet> outlets = new HashMap<>();
    private final Map<NewsOutlet, List<Published>> published = new HashMap<>();
    private final Map<String, Integer> waves = new HashMap<>();
    private final Duration step;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Instant> opened = new AtomicReference<>();

    private Newsroom(
            HttpServer server, String base, NewsroomData data, Instant start, Duration step, InstantSource clock) {
        this.server = server;
        this.base = base;
        this.data = data;
        this.step = step;
        this.clock = clock;
        this.pool = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "newsroom");
            thread.setDaemon(true);
            return thread;
        });
        data.stories().forEach((outlet, stories) -> {
            outlets.put(outlet.id(), outlet);
            published.put(
                    outlet,
                    stories.stream()
                            .map(s -> Published.of(outlet, s, home(outlet), start))
                            .sorted(Comparator.comparing(Published::at).reversed())
                            .toList());
            stories.forEach(s -> waves.put(outlet.id() + "/" + s.id(), s.wave()));
        });
    }

    /**
     * Opens the newsroom on the loopback address.
     *
     * @param port port; 0 for any free one
     * @param start the moment its stories are dated against
     * @param step time between two waves
     */
    public static Newsroom open(NewsroomData data, int port, Instant start, Duration step, InstantSource clock)
            throws IOException {
        return open(data, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), null, start, step, clock);
    }

    /**
     * Opens the newsroom for others, as beside a cluster of containers.
     *
     * @param at address to listen on; port 0 for any free one
     * @param name host name its readers know it by; null for the address itself
     * @param start the moment its stories are dated against
     * @param step time between two waves
     */
    public static Newsroom open(
            NewsroomData data,
            InetSocketAddress at,
            @Nullable String name,
            Instant start,
            Duration step,
            InstantSource clock)
            throws IOException {
        HttpServer server = HttpServer.create(at, 0);
        InetSocketAddress bound = server.getAddress();
        String host = name == null ? bound.getAddress().getHostAddress() : name;
        String base = "http://" + host + ":" + bound.getPort() + "/";
        Newsroom newsroom = new Newsroom(server, base, data, start, step, clock);
        server.createContext("/", newsroom::answer);
        server.setExecutor(newsroom.pool);
        server.start();
        return newsroom;
    }

    /** Port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What it publishes. */
    public NewsroomData data() {
        return data;
    }

    /** Address of an outlet's feed. */
    public String feed(NewsOutlet outlet) {
        return home(outlet) + "feed";
    }

    /** Whether every story has appeared. */
    public boolean complete() {
        return wave() >= data.lastWave();
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }

    private String home(NewsOutlet outlet) {
        return base + outlet.id() + "/";
    }

    /** The wave that has been reached; -1 before the first look at a feed. */
    private int wave() {
        Instant first = opened.get();
        return first == null
                ? -1
                : (int) (Duration.between(first, clock.instant()).toMillis() / Math.max(1, step.toMillis()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] parts = exchange.getRequestURI().getPath().split("/", -1);
            NewsOutlet outlet = parts.length == 3 ? outlets.get(parts[1]) : null;
            if (outlet == null) {
                send(exchange, 404, "text/plain; charset=utf-8", "nothing here\n");
            } else if (parts[2].equals("feed")) {
                feed(exchange, outlet);
            } else {
                page(exchange, outlet, parts[2]);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void feed(HttpExchange exchange, NewsOutlet outlet) throws IOException {
        opened.compareAndSet(null, clock.instant());
        int wave = wave();
        List<Published> visible = published.getOrDefault(outlet, List.of()).stream()
                .filter(s -> waves.getOrDefault(outlet.id() + "/" + s.id(), 0) <= wave)
                .limit(FEED_LENGTH)
                .toList();
        if (outlet.quirk() == NewsOutlet.Quirk.ETAG) {
            String tag = "\"" + visible.size() + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        send(exchange, 200, FeedWriter.contentType(outlet), FeedWriter.write(outlet, home(outlet), visible));
    }

    private void page(HttpExchange exchange, NewsOutlet outlet, String name) throws IOException {
        List<Published> all = published.getOrDefault(outlet, List.of());
        Published story = all.stream()
                .filter(s -> name.equals(s.id() + ".html"))
                .findFirst()
                .orElse(null);
        if (story == null) {
            send(exchange, 404, "text/plain; charset=utf-8", "no such story\n");
            return;
        }
        List<Published> neighbours = all.stream()
                .filter(s -> !s.id().equals(story.id()))
                .limit(NEIGHBOURS)
                .toList();
        send(exchange, 200, "text/html; charset=utf-8", pages.write(story, neighbours));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
