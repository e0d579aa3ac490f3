package io.visitwatch.app.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A news wire without end: several feeds, each on a loopback address of its own so that they are several hosts, whose items are
 * written while the test runs. It also notes who asked for which feed when, and takes webhooks. The pages of the first feed are fetched too.
 */
public final class Wire implements AutoCloseable {
    /** Name of the receiver in {@link #yaml}. */
    public static final String RECEIVER = "hook";

    private static final int LENGTH = 300;
    private static final List<String> STATES = List.of(
            "Turkish",
            "French",
            "German",
            "Italian",
            "Spanish",
            "Japanese",
            "Dutch",
            "Polish",
            "Greek",
            "Norwegian",
            "Swedish",
            "Danish",
            "Finnish",
            "Austrian",
            "Belgian",
            "Portuguese",
            "Hungarian",
            "Romanian",
            "Bulgarian",
            "Jordanian",
            "Egyptian",
            "Kuwaiti",
            "Qatari",
            "Omani",
            "Tunisian",
            "Moroccan",
            "Algerian",
            "Indian");
    private static final List<String> OFFICES =
            List.of("foreign minister", "defence minister", "interior minister", "prime minister");

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Deque<Item>> feeds = new ArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Boolean> broken = new CopyOnWriteArrayList<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(4, work -> {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    });
    private int written;

    /** One item of a feed. */
    private record Item(String id, String title, String text, Instant at) {}

    /**
     * One request for a feed.
     *
     * @param feed number of the feed
     * @param by User-Agent of the asker, which holds the contact of its configuration
     * @param at when
     */
    public record Asked(int feed, String by, Instant at) {}

    /** Opens a wire with so many feeds. */
    public static Wire open(int feeds) throws IOException {
        Wire wire = new Wire();
        for (int i = 0; i < feeds; i++) {
            int number = i;
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.1." + (i + 1)), 0), 0);
            server.createContext("/feed", exchange -> wire.feed(exchange, number));
            server.createContext("/hook", wire::hook);
            server.createContext("/item-", exchange -> wire.page(exchange, number));
            server.setExecutor(wire.pool);
            wire.feeds.add(new ArrayDeque<>());
            wire.broken.add(false);
            wire.servers.add(server);
            server.start();
        }
        return wire;
    }

    /** Writes so many items, one feed after the other. */
    public synchronized void write(int items) {
        for (int i = 0; i < items; i++) {
            int n = written++;
            String who = STATES.get(n % STATES.size()) + " " + OFFICES.get(n / STATES.size() % OFFICES.size());
            boolean visit = n % 2 == 0;
            String title = visit
                    ? "The " + who + " arrives in Baghdad for talks"
                    : "The " + who + " comments on the price of wheat";
            String text = (visit
                            ? "The " + who + " arrived in Baghdad on an official visit on " + day()
                                    + ", the ministry said. "
                            : "The " + who + " said the harvest would be a good one. ")
                    + "This is bulletin number " + n
                    + " of this wire. It was written for a test and reports nothing real.";
            Deque<Item> feed = feeds.get(n % feeds.size());
            synchronized (feed) {
                feed.addFirst(new Item("item-" + n, title, text, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
                if (feed.size() > LENGTH) {
                    feed.removeLast();
                }
            }
        }
    }

    private static String day() {
        String name = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Baghdad"))
                .getDayOfWeek()
                .name();
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Items written so far. */
    public synchronized int written() {
        return written;
    }

    /** Requests for feeds so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Ids of the webhooks taken so far, repeats included. */
    public List<String> told() {
        return List.copyOf(told);
    }

    /** From now on a feed answers 500, or well again. */
    public void breakFeed(int feed, boolean wrong) {
        broken.set(feed, wrong);
    }

    /** The {@code feeds}, {@code fetch} and {@code receivers} parts of a configuration that reads this wire. */
    public String yaml(String contact) {
        StringBuilder yaml = new StringBuilder("fetch:\n  contact: " + contact
                + "\n  poll: 1s\n  poll-min: 1s\n  poll-max: 2s\n  host-delay: 0ms\n"
                + "  allow-private: [127.0.0.0/8]\n  allow-ports: " + ports() + "\nfeeds:\n");
        for (int i = 0; i < servers.size(); i++) {
            yaml.append("  - { id: wire-")
                    .append(i)
                    .append(", url: \"")
                    .append(url(i))
                    .append("feed\", outlet: Wire ")
                    .append(i)
                    .append(", country: GB, language: en, class: agency, pages: ")
                    .append(i == 0 ? "always" : "never")
                    .append(" }\n");
        }
        return yaml.append("receivers:\n  - { name: " + RECEIVER + ", kind: webhook, settings: { url: \"")
                .append(url(0))
                .append("hook\" } }\nroutes:\n  - { receiver: " + RECEIVER + " }\n")
                .toString();
    }

    private List<Integer> ports() {
        return servers.stream().map(s -> s.getAddress().getPort()).toList();
    }

    private String url(int feed) {
        InetSocketAddress address = servers.get(feed).getAddress();
        return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/";
    }

    private void feed(HttpExchange exchange, int number) throws IOException {
        asked.add(
                new Asked(number, String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")), Instant.now()));
        if (broken.get(number)) {
            send(exchange, 500, "out of order");
            return;
        }
        List<Map<String, Object>> items = new ArrayList<>();
        Deque<Item> feed = feeds.get(number);
        synchronized (feed) {
            for (Iterator<Item> all = feed.iterator(); all.hasNext(); ) {
                Item item = all.next();
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", item.id());
                json.put("url", url(number) + item.id());
                json.put("title", item.title());
                json.put("content_text", item.text());
                json.put("date_published", item.at().toString());
                items.add(json);
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", "https://jsonfeed.org/version/1.1");
        document.put("title", "Wire " + number);
        document.put("items", items);
        exchange.getResponseHeaders().set("Content-Type", "application/feed+json");
        send(exchange, 200, Json.write(document));
    }

    /** The page of an item: only the first feed's are asked for. */
    private void page(HttpExchange exchange, int number) throws IOException {
        String id = exchange.getRequestURI().getPath().substring(1);
        Deque<Item> feed = feeds.get(number);
        Item found;
        synchronized (feed) {
            found = feed.stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        send(
                exchange,
                found == null ? 404 : 200,
                found == null
                        ? "<html></html>"
                        : "<html lang=en><head><title>" + found.title() + "</title></head><body><article><h1>"
                                + found.title() + "</h1><p>" + found.text() + "</p></article></body></html>");
    }

    private void hook(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        told.add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")));
        send(exchange, 200, "");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        pool.shutdownNow();
    }
}
