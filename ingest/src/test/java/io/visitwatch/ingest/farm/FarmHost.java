package io.visitwatch.ingest.farm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.visitwatch.ingest.farm.FarmFeed.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPOutputStream;

/** One site of the farm at a loopback address of its own; remembers when it was asked. */
final class FarmHost implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, FarmFeed> feeds = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> polls = new ConcurrentHashMap<>();
    private final List<Long> arrivals = new ArrayList<>();
    private final IntUnaryOperator itemsOf;
    private volatile boolean closed;

    /**
     * A site.
     *
     * @param itemsOf number of items a feed has out now, by feed number
     */
    FarmHost(String address, int port, Executor threads, IntUnaryOperator itemsOf) throws IOException {
        this.itemsOf = itemsOf;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 200);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    void add(FarmFeed feed) {
        feeds.put(feed.path(), feed);
    }

    synchronized int requests() {
        return arrivals.size();
    }

    /** Most requests that arrived within any second. */
    synchronized int mostPerSecond() {
        int most = 0;
        int from = 0;
        for (int to = 0; to < arrivals.size(); to++) {
            while (arrivals.get(to) - arrivals.get(from) > 1_000_000_000L) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    int polls(int feed) {
        AtomicInteger count = polls.get(feed);
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        synchronized (this) {
            arrivals.add(System.nanoTime());
        }
        try {
            String path = exchange.getRequestURI().getPath();
            FarmFeed feed = feeds.get(path.replace("/moved", "").replace("/other", ""));
            if (path.startsWith("/item/")) {
                send(exchange, 200, FarmFeed.page(path), "Content-Type", "text/html");
            } else if (feed == null) {
                send(exchange, 404, new byte[0]);
            } else {
                answer(exchange, feed, path);
            }
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, FarmFeed feed, String path) throws IOException {
        int poll =
                polls.computeIfAbsent(feed.number(), n -> new AtomicInteger()).getAndIncrement();
        int count = itemsOf.applyAsInt(feed.number());
        byte[] body = feed.document(count, poll);
        boolean through = path.startsWith("/moved") || path.startsWith("/other");
        switch (feed.kind()) {
            case HEALTHY, NEW_GUIDS -> send(exchange, 200, body);
            case CONDITIONAL -> conditional(exchange, body, count);
            case GZIP -> send(exchange, 200, zipped(body), "Content-Encoding", "gzip");
            case SLOW -> {
                pause(1_500);
                send(exchange, 200, body);
            }
            case FLAPPING -> send(exchange, poll % 2 == 0 ? 503 : 200, poll % 2 == 0 ? new byte[0] : body);
            case THROTTLED -> {
                if (poll % 4 == 0) {
                    send(exchange, 429, new byte[0], "Retry-After", "3");
                } else {
                    send(exchange, 200, body);
                }
            }
            case REDIRECTED -> hop(exchange, through, 302, feed.base() + "/other" + feed.path(), body);
            case MOVED -> hop(exchange, through, 301, feed.elsewhere() + "/moved" + feed.path(), body);
            case CUT -> cut(exchange, body, poll % 3 == 0);
            case BOMB -> send(exchange, 200, bomb(), "Content-Encoding", "gzip");
            case DRIP -> drip(exchange);
            case MISSING -> send(exchange, 404, new byte[0]);
            case GONE -> send(exchange, 410, new byte[0]);
            case WEB_PAGE -> send(exchange, 200, FarmFeed.page(path), "Content-Type", "text/html");
            case EMPTY -> send(exchange, 200, new byte[0]);
        }
    }

    private void conditional(HttpExchange exchange, byte[] body, int count) throws IOException {
        String tag = "\"n" + count + "\"";
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        send(exchange, same ? 304 : 200, same ? new byte[0] : body, "ETag", tag);
    }

    private void hop(HttpExchange exchange, boolean through, int status, String target, byte[] body)
            throws IOException {
        if (through) {
            send(exchange, 200, body);
        } else {
            send(exchange, status, new byte[0], "Location", target);
        }
    }

    private void cut(HttpExchange exchange, byte[] body, boolean cut) throws IOException {
        if (!cut) {
            send(exchange, 200, body);
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(Arrays.copyOf(body, body.length / 2));
        } catch (IOException e) {
            return; // that is the fault wanted: closed before the declared length
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        while (!closed) {
            try {
                out.write(' ');
                out.flush();
            } catch (IOException e) {
                return; // the reader gave up, as it should
            }
            pause(500);
        }
    }

    private void send(HttpExchange exchange, int status, byte[] body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] zipped(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] zeros = new byte[1 << 16];
            for (int i = 0; i < 400; i++) {
                gzip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The kinds that hold a whole host up live on hosts of their own, as they would in the world. */
    static boolean needsOwnHost(Kind kind) {
        return kind == Kind.THROTTLED;
    }
}
