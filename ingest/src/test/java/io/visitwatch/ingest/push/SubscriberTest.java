package io.visitwatch.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.FakeSite;
import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.push.Subscription.Status;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A subscriber and a hub on the loopback address; what would be stored is kept in a map. */
class SubscriberTest {
    private static final String TOPIC = "http://news.example/feed";
    private static final String ITEM = "<rss version=\"2.0\"><channel><title>T</title><item><guid>1</guid>"
            + "<title>Minister lands</title></item></channel></rss>";

    private final FakeSite hub = new FakeSite();
    private final HttpFetcher fetcher = new HttpFetcher(
            new FetcherConfig("Visitwatch/test (+https://example.org)", List.of("127.0.0.1"), Set.of(hub.port())));
    private final HostQueues queues = new HostQueues(2, Duration.ZERO, System::nanoTime);
    private final Memory memory = new Memory();
    private final List<String> counted = new ArrayList<>();
    private final List<Map<String, String>> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private byte seed = 1;
    private final Subscriber subscriber =
            new Subscriber("https://us.example/websub", memory, fetcher, queues, () -> now, this::bytes, counted::add);

    SubscriberTest() {
        hub.at("/hub", exchange -> {
            asked.add(form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)));
            FakeSite.send(exchange, 202, new byte[0]);
        });
    }

    @AfterEach
    void close() {
        fetcher.close();
        hub.close();
    }

    @Test
    void behaviour38SubscribesAtTheHubAFeedNamesAndEchoesOnlyAPendingChallenge() {
        subscriber.read("f", List.of(hub.url("/hub")), TOPIC);
        work();
        assertThat(asked).singleElement().satisfies(form -> {
            assertThat(form)
                    .containsEntry("hub.mode", "subscribe")
                    .containsEntry("hub.topic", TOPIC)
                    .containsEntry("hub.lease_seconds", "864000");
            assertThat(form.get("hub.callback")).matches("https://us\\.example/websub/f/[0-9a-f]{32}");
            assertThat(form.get("hub.secret")).matches("[0-9a-f]{64}");
        });
        Subscription sent = Objects.requireNonNull(memory.current);
        assertThat(sent.status()).isEqualTo(Status.ASKED);
        assertThat(verify(sent, "subscribe", "http://other.example/", "300").status())
                .isEqualTo(404);
        assertThat(verify(sent, "unsubscribe", TOPIC, "300").status()).isEqualTo(404);
        assertThat(subscriber
                        .verify("f", "0".repeat(32), question("subscribe", TOPIC, "300"))
                        .status())
                .isEqualTo(404);
        assertThat(subscriber
                        .verify("another", token(sent), question("subscribe", TOPIC, "300"))
                        .status())
                .isEqualTo(404);
        assertThat(verify(sent, "subscribe", TOPIC, "300")).isEqualTo(new Subscriber.Reply(200, "challenge-1"));
        work();
        assertThat(memory.current.status()).isEqualTo(Status.GRANTED);
        assertThat(memory.current.leaseEnds()).isEqualTo(now.plusSeconds(300));
        assertThat(verify(sent, "subscribe", TOPIC, "300").status()).as("again").isEqualTo(404);
        subscriber.read("f", List.of(hub.url("/hub")), TOPIC);
        subscriber.renew("f");
        work();
        assertThat(asked).hasSize(1);
    }

    @Test
    void behaviour38TakesWhatIsSignedAndIgnoresTheRest() {
        Subscription granted = subscribe();
        byte[] body = ITEM.getBytes(StandardCharsets.UTF_8);
        String token = token(granted);
        assertThat(subscriber
                        .deliver("f", token, null, "application/rss+xml", body)
                        .status())
                .isEqualTo(202);
        assertThat(subscriber
                        .deliver("f", token, "sha256=" + "0".repeat(64), null, body)
                        .status())
                .isEqualTo(202);
        assertThat(subscriber.deliver("f", "0".repeat(32), null, null, body).status())
                .isEqualTo(404);
        work();
        assertThat(memory.brought).isEmpty();
        assertThat(Objects.requireNonNull(memory.current).delivered()).isNull();
        assertThat(subscriber
                        .deliver("f", token, sign(granted, body), null, body)
                        .status())
                .isEqualTo(202);
        work();
        assertThat(memory.brought)
                .singleElement()
                .satisfies(read ->
                        assertThat(read.entries()).extracting(Entry::title).containsExactly("Minister lands"));
        assertThat(Objects.requireNonNull(memory.current).delivered()).isEqualTo(now);
        assertThat(counted).containsExactly("asked", "subscribed", "forged", "forged", "delivered");
    }

    @Test
    void whatIsSignedButUnreadableHasTheFeedPolled() {
        Subscription granted = subscribe();
        byte[] body = "<html><body>We are moving</body></html>".getBytes(StandardCharsets.UTF_8);
        subscriber.deliver("f", token(granted), sign(granted, body), "text/html", body);
        work();
        assertThat(memory.brought).isEmpty();
        assertThat(memory.hastened).containsExactly("f");
        assertThat(Objects.requireNonNull(memory.current).delivered()).isNull();
    }

    @Test
    void behaviour38RenewsUnderTheSameSecretBeforeTheLeaseEnds() {
        Subscription granted = subscribe();
        now = now.plusSeconds(239);
        subscriber.renew("f");
        work();
        assertThat(asked).hasSize(1);
        now = now.plusSeconds(2);
        subscriber.renew("f");
        subscriber.renew("f");
        work();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        byte[] body = ITEM.getBytes(StandardCharsets.UTF_8);
        subscriber.deliver("f", token(granted), sign(granted, body), null, body);
        work();
        assertThat(memory.brought).as("while the renewal is under way").hasSize(1);
        now = now.plusSeconds(60);
        assertThat(subscriber
                        .deliver("f", token(granted), sign(granted, body), null, body)
                        .status())
                .as("after the lease")
                .isEqualTo(410);
    }

    @Test
    void aHubThatRefusesOrDeniesLeavesTheFeedToItsPolls() {
        hub.status("/hub", 403);
        subscriber.read("f", List.of(hub.url("/hub")), TOPIC);
        work();
        assertThat(Objects.requireNonNull(memory.current).status()).isEqualTo(Status.FAILED);
        assertThat(memory.current.reason()).contains("403");
        subscriber.read("f", List.of(hub.url("/hub")), TOPIC);
        work();
        assertThat(hub.times("/hub")).as("not again at the next poll").isEqualTo(1);
    }

    @Test
    void takesNoteOfADenialAndOfAFeedThatNamesNoHubAnyMore() {
        Subscription granted = subscribe();
        Map<String, String> denial = question("denied", TOPIC, "");
        denial.put("hub.reason", "over\nquota");
        assertThat(subscriber.verify("f", token(granted), denial).status()).isEqualTo(200);
        work();
        assertThat(Objects.requireNonNull(memory.current).active(now)).isFalse();
        assertThat(memory.current.reason()).isEqualTo("denied by the hub: over quota");
        subscriber.read("f", List.of(), TOPIC);
        work();
        assertThat(memory.current.status()).isEqualTo(Status.DROPPED);
        now = now.plus(Duration.ofDays(9));
        subscriber.renew("f");
        work();
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksNoHubOnAPrivateAddress() {
        subscriber.read("f", List.of("http://127.0.0.2:" + hub.port() + "/hub"), TOPIC);
        work();
        assertThat(asked).isEmpty();
        assertThat(Objects.requireNonNull(memory.current).status()).isEqualTo(Status.FAILED);
    }

    private Subscription subscribe() {
        subscriber.read("f", List.of(hub.url("/hub")), TOPIC);
        work();
        verify(Objects.requireNonNull(memory.current), "subscribe", TOPIC, "300");
        work();
        return Objects.requireNonNull(memory.current);
    }

    private Subscriber.Reply verify(Subscription of, String mode, String topic, String lease) {
        return subscriber.verify("f", token(of), question(mode, topic, lease));
    }

    private static Map<String, String> question(String mode, String topic, String lease) {
        return new HashMap<>(Map.of(
                "hub.mode", mode, "hub.topic", topic, "hub.challenge", "challenge-1", "hub.lease_seconds", lease));
    }

    private static String token(Subscription of) {
        return of.callback().substring(of.callback().lastIndexOf('/') + 1);
    }

    static String sign(Subscription of, byte[] body) {
        return "sha256=" + Signatures.hex("HmacSHA256", of.secret(), body);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        bytes[0] = seed++;
        return bytes;
    }

    private void work() {
        for (HostQueues.Job job = queues.poll(); job != null; job = queues.poll()) {
            job.run();
        }
    }

    private static final class Memory implements Subscriber.Homes {
        private @Nullable Subscription current;
        private final List<FeedResult.Read> brought = new ArrayList<>();
        private final List<String> hastened = new ArrayList<>();

        @Override
        public boolean has(String feedId) {
            return feedId.equals("f");
        }

        @Override
        public @Nullable Subscription stored(String feedId) {
            return current;
        }

        @Override
        public void store(String feedId, Subscription subscription) {
            current = subscription;
        }

        @Override
        public void bring(String feedId, FeedResult.Read read) {
            brought.add(read);
        }

        @Override
        public void hasten(String feedId) {
            hastened.add(feedId);
        }
    }
}
