package io.visitwatch.ingest.push;

import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.push.Subscription.Status;
import io.visitwatch.ingest.schedule.FeedState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribes feeds at the hubs they name and answers those hubs.
 *
 * <p>Requests to hubs wait in the queues of their hosts like any other request. A hub is believed when it knows the token at the end of
 * the callback, and what it sends when it is signed with the subscription's secret. Whatever goes wrong, the feed is polled as if
 * there were no hub. Safe for use by many threads.
 */
public final class Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final int MOST_WAITING = 100;
    private static final int SECRET_BYTES = 32;
    private static final int TOKEN_BYTES = 16;

    private final String base;
    private final Homes homes;
    private final HttpFetcher fetcher;
    private final HostQueues queues;
    private final InstantSource clock;
    private final Supplier<byte[]> random;
    private final Consumer<String> count;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Changes on their way to the log. */
    private final Map<String, Subscription> fresh = new ConcurrentHashMap<>();

    /** The feeds of this instance and what is stored of them. */
    public interface Homes {
        /** Whether a feed is polled by this instance. */
        boolean has(String feedId);

        /** What is stored; null when nothing is. */
        @Nullable Subscription stored(String feedId);

        /** Stores a change; may block while the broker is away. */
        void store(String feedId, Subscription subscription);

        /** Reads what a hub brought into articles. */
        void bring(String feedId, FeedResult.Read brought);

        /** Has the feed polled at once. */
        void hasten(String feedId);
    }

    /**
     * What a hub is answered.
     *
     * @param status HTTP status
     * @param body plain text
     */
    public record Reply(int status, String body) {}

    /**
     * A subscriber.
     *
     * @param base address below which hubs reach this instance, without a slash at its end
     * @param random unguessable bytes, 32 each time
     * @param count told each outcome by name, for metrics
     */
    public Subscriber(
            String base,
            Homes homes,
            HttpFetcher fetcher,
            HostQueues queues,
            InstantSource clock,
            Supplier<byte[]> random,
            Consumer<String> count) {
        this.base = base;
        this.homes = homes;
        this.fetcher = fetcher;
        this.queues = queues;
        this.clock = clock;
        this.random = random;
        this.count = count;
    }

    /** Takes note of what a feed says about hubs: subscribes where it is new, drops what is no longer named. */
    public void read(String feedId, List<String> hubs, String topic) {
        Optional<String> hub = PushRules.hub(hubs, topic);
        Subscription old = current(feedId);
        Instant now = clock.instant();
        if (hub.isEmpty()) {
            if (old != null && old.status() != Status.DROPPED) {
                change(feedId, it -> PushRules.dropped(it, now));
            }
        } else if (old == null || !PushRules.matches(old, hub.get(), topic, base)) {
            ask(feedId, fresh(feedId, hub.get(), topic, now));
        }
    }

    /** Asks for a feed again whose lease ends soon, or whose last request failed a while ago. */
    public void renew(String feedId) {
        Subscription old = current(feedId);
        if (old != null && PushRules.due(old, clock.instant())) {
            // The hub sends to one address per request: after a move of this instance it must learn the new one.
            boolean ours = PushRules.matches(old, old.hub(), old.topic(), base);
            ask(feedId, ours ? old : fresh(feedId, old.hub(), old.topic(), clock.instant()));
        }
    }

    /** When a feed is polled next, its subscription considered. */
    public Instant nextPoll(FeedState state, Duration longest, Instant now) {
        return PushRules.nextPoll(state, current(state.feedId()), longest, now);
    }

    /**
     * Answers the hub's question whether we meant it (WebSub 5.3), or takes note that it denies us (5.2).
     *
     * @param parameters of the query, by name
     */
    public Reply verify(String feedId, String token, Map<String, String> parameters) {
        Subscription known = current(feedId);
        String mode = parameters.getOrDefault("hub.mode", "");
        if (known == null || !known.hasToken(token) || !known.topic().equals(parameters.get("hub.topic"))) {
            return new Reply(404, "no such subscription\n");
        }
        Instant now = clock.instant();
        if (mode.equals("denied")) {
            String reason = parameters.getOrDefault("hub.reason", "no reason given");
            change(feedId, it -> PushRules.denied(it, line(reason), now));
            count.accept("denied");
            return new Reply(200, "");
        }
        String challenge = parameters.getOrDefault("hub.challenge", "");
        if (!mode.equals("subscribe") || known.status() != Status.ASKED || challenge.isEmpty()) {
            return new Reply(404, "nothing of the kind was asked for\n");
        }
        Long lease = number(parameters.get("hub.lease_seconds"));
        change(feedId, it -> PushRules.granted(it, lease, now));
        count.accept("subscribed");
        return new Reply(200, challenge);
    }

    /**
     * Takes what a hub brings. One whose signature is wrong is told the same as any other, as WebSub 8.1 wants it, and ignored.
     *
     * @param signature value of {@code X-Hub-Signature}; null when it was not sent
     * @param contentType value of {@code Content-Type}; null when it was not sent
     */
    public Reply deliver(
            String feedId, String token, @Nullable String signature, @Nullable String contentType, byte[] body) {
        Subscription known = current(feedId);
        if (known == null || !known.hasToken(token)) {
            return new Reply(404, "no such subscription\n");
        }
        if (!known.active(clock.instant())) {
            return new Reply(410, "this subscription has ended\n");
        }
        if (!Signatures.valid(signature, known.secret(), body)) {
            count.accept("forged");
            return new Reply(202, "");
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return new Reply(503, "too much is waiting\n");
        }
        queues.add("push " + feedId, () -> {
            waiting.decrementAndGet();
            take(feedId, new FeedDocument(body, contentType, known.topic(), Map.of()));
        });
        return new Reply(202, "");
    }

    private void take(String feedId, FeedDocument document) {
        FeedResult result = FeedReader.read(document);
        if (result instanceof FeedResult.Read brought && !brought.truncated()) {
            count.accept("delivered");
            homes.bring(feedId, brought);
            Instant now = clock.instant();
            change(feedId, it -> PushRules.delivered(it, now));
        } else {
            count.accept("unreadable");
            homes.hasten(feedId);
        }
    }

    private Subscription fresh(String feedId, String hub, String topic, Instant now) {
        byte[] bytes = random.get();
        String token = HexFormat.of().formatHex(bytes, 0, TOKEN_BYTES);
        String secret = HexFormat.of().formatHex(random.get(), 0, SECRET_BYTES);
        String callback = base + "/" + encoded(feedId) + "/" + token;
        return new Subscription(hub, topic, callback, secret, Status.FAILED, now, null, null, null, 0, "new");
    }

    private void ask(String feedId, Subscription wanted) {
        Subscription asked = PushRules.asked(wanted, clock.instant());
        fresh.put(feedId, asked); // before the hub can come back
        queues.add(host(asked.hub()), () -> {
            store(feedId);
            send(feedId, asked);
        });
    }

    private void send(String feedId, Subscription asked) {
        String form = form(Map.of(
                "hub.mode", "subscribe",
                "hub.topic", asked.topic(),
                "hub.callback", asked.callback(),
                "hub.lease_seconds", Long.toString(PushRules.LEASE.toSeconds()),
                "hub.secret", asked.secret()));
        FetchRequest request = FetchRequest.post(
                asked.hub(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.US_ASCII));
        FetchResult result = fetcher.fetch(request, queues);
        count.accept("asked");
        if (result instanceof FetchResult.Failed failed) {
            LOG.info("hub {} of feed {}: {}", asked.hub(), feedId, failed.detail());
            count.accept("failed");
            Instant now = clock.instant();
            change(
                    feedId,
                    it -> it.status() == Status.ASKED
                            ? PushRules.failed(it, "the hub says: " + failed.detail(), now)
                            : it);
        }
    }

    /** Changes what is known of a feed, and leaves the storing, which may block, to a worker. */
    private synchronized void change(String feedId, UnaryOperator<Subscription> change) {
        Subscription known = current(feedId);
        if (known != null) {
            fresh.put(feedId, change.apply(known));
            queues.add("push " + feedId, () -> store(feedId));
        }
    }

    private void store(String feedId) {
        synchronized (fresh) { // one at a time, so that the newest is the last
            Subscription newest = fresh.get(feedId);
            if (newest != null) {
                homes.store(feedId, newest);
            }
        }
    }

    /** The newest word on a feed that is ours; null when it has no subscription. */
    private synchronized @Nullable Subscription current(String feedId) {
        if (!homes.has(feedId)) {
            fresh.remove(feedId);
            return null;
        }
        Subscription stored = homes.stored(feedId);
        Subscription newer = fresh.get(feedId);
        if (newer != null && newer.equals(stored)) {
            fresh.remove(feedId, newer);
        }
        return newer == null ? stored : newer;
    }

    private static String form(Map<String, String> parameters) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((name, value) -> out.append(out.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(encoded(value)));
        return out.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,12}") ? Long.valueOf(text) : null;
    }

    private static String line(String text) {
        String one = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return one.substring(0, one.offsetByCodePoints(0, Math.min(200, one.codePointCount(0, one.length()))));
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url).getHost(), "").toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ""; // the fetcher refuses it and says why
        }
    }
}
