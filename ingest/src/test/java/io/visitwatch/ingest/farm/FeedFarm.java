package io.visitwatch.ingest.farm;

import io.visitwatch.ingest.farm.FarmFeed.Kind;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Hosts at 127.0.x.y, feeds spread over them, and what every feed must have delivered. */
final class FeedFarm implements AutoCloseable {
    private final List<FarmHost> hosts = new ArrayList<>();
    private final List<FarmFeed> feeds = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final long start = System.currentTimeMillis();
    private final long periodMillis;
    private final long publishMillis;
    private final int port;

    /**
     * A farm.
     *
     * @param periodMillis time between two new items of a feed
     * @param publishMillis time from the start after which nothing new comes out
     */
    FeedFarm(int feedCount, int hostCount, long periodMillis, long publishMillis) throws IOException {
        this.periodMillis = periodMillis;
        this.publishMillis = publishMillis;
        this.port = freePort();
        for (int h = 0; h < hostCount; h++) {
            hosts.add(new FarmHost(address(h), port, threads, n -> items(feeds.get(n))));
        }
        int special = Math.max(1, hostCount / 25);
        for (int n = 0; n < feedCount; n++) {
            Kind kind = kind(n);
            int host = FarmHost.needsOwnHost(kind) ? n / 100 % special : special + n % (hostCount - special);
            int other = special + (host + 1 - special) % (hostCount - special);
            FarmFeed feed = new FarmFeed(n, kind, base(host), base(other), n % 2 == 0);
            feeds.add(feed);
            hosts.get(host).add(feed);
            hosts.get(other).add(feed);
        }
    }

    private static Kind kind(int n) {
        int rest = n * 37 % 100;
        for (Kind kind : Kind.values()) {
            if (rest < kind.ofHundred) {
                return kind;
            }
            rest -= kind.ofHundred;
        }
        throw new IllegalStateException("the kinds do not add up to a hundred");
    }

    /** Milliseconds since the start. */
    long age() {
        return System.currentTimeMillis() - start;
    }

    int port() {
        return port;
    }

    List<FarmHost> hosts() {
        return hosts;
    }

    List<Feed> subscriptions() {
        return feeds.stream()
                .map(f -> new Feed(
                        "farm-" + f.number(),
                        f.base() + f.path(),
                        new Outlet("Farm " + f.number(), null, SourceClass.OTHER),
                        "en",
                        ZoneOffset.UTC,
                        f.pages() ? Feed.PageUse.ALWAYS : Feed.PageUse.NEVER,
                        Feed.FROM_CONFIG))
                .toList();
    }

    /** Links that must be on the topic once publishing has ended, with the time they came out. */
    Map<String, Instant> expected() {
        Map<String, Instant> links = new LinkedHashMap<>();
        for (FarmFeed feed : feeds) {
            int count = feed.kind().delivers ? items(feed) : 0;
            for (int i = Math.max(0, firstListed(feed)); i < count; i++) {
                links.put(feed.link(i), Instant.ofEpochMilli(start + feed.published(i, periodMillis)));
            }
        }
        return links;
    }

    /** Links of feeds without faults, which must come on time; items of the start are left out. */
    List<String> punctual() {
        return feeds.stream()
                .filter(f -> f.kind().onTime())
                .flatMap(f -> IntStream.range(0, items(f))
                        .filter(i -> f.published(i, periodMillis) > 0)
                        .mapToObj(f::link))
                .toList();
    }

    Map<Kind, Long> kinds() {
        Map<Kind, Long> counts = new LinkedHashMap<>();
        feeds.forEach(f -> counts.merge(f.kind(), 1L, Long::sum));
        return counts;
    }

    private int items(FarmFeed feed) {
        return feed.items(age(), periodMillis, publishMillis);
    }

    private int firstListed(FarmFeed feed) {
        return feed.items(0, periodMillis, publishMillis) - 15;
    }

    private String base(int host) {
        return "http://" + address(host) + ":" + port;
    }

    private static String address(int host) {
        return "127.0." + (1 + host / 200) + "." + (1 + host % 200);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.1.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        hosts.forEach(FarmHost::close);
        threads.shutdownNow();
    }
}
