package io.visitwatch.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.ingest.Broker;
import io.visitwatch.ingest.FakeSite;
import io.visitwatch.ingest.IngestConfig;
import io.visitwatch.ingest.IngestService;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.poll.PollConfig;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A feed polled once an hour, and a hub that tells what is new in between; both instances of ingest know it. */
class PushIT {
    private final FakeSite site = new FakeSite();
    private volatile Map<String, String> asked = Map.of();
    private volatile @Nullable IngestService service;

    @Test
    void anItemComesByPushLongBeforeTheNextPollAndARestartKeepsTheSubscription() {
        site.at("/hub", this::askBack);
        site.at("/feed.xml", "application/rss+xml", feed("1", "2"));
        try (site;
                Broker broker = new Broker()) {
            Topics topics = broker.topics("push", 2);
            try (IngestService first = start(broker, topics)) {
                service = first;
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> broker.articles(topics).size() == 2 && granted(broker, topics));
                deliver(first, "sha256=" + "0".repeat(64), feed("forged"));
                deliver(first, null, feed("3"));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> broker.articles(topics).size() == 3);
            }
            try (IngestService second = start(broker, topics)) {
                service = second;
                await().atMost(Duration.ofSeconds(40)).until(() -> deliver(second, null, feed("3", "4")) == 202);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> broker.articles(topics).size() == 4);
            }
            assertThat(broker.articles(topics))
                    .extracting(Article::title)
                    .containsExactlyInAnyOrder("Title 1", "Title 2", "Title 3", "Title 4");
            assertThat(site.times("/hub")).isEqualTo(1);
            assertThat(site.times("/feed.xml")).isEqualTo(1);
        }
    }

    /** Accepts a request and asks at once whether it was meant, before the answer is sent: hubs may. */
    private void askBack(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String pair :
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        asked = form;
        Map<String, String> question = Map.of(
                "hub.mode", "subscribe",
                "hub.topic", form.get("hub.topic"),
                "hub.challenge", "42",
                "hub.lease_seconds", "3600");
        Subscriber.Reply reply = subscriber(service).verify(path(2), path(1), question);
        FakeSite.send(exchange, reply.body().equals("42") ? 202 : 400, new byte[0]);
    }

    private int deliver(IngestService to, @Nullable String signature, String feed) {
        byte[] body = feed.getBytes(StandardCharsets.UTF_8);
        String right = "sha512=" + Signatures.hex("HmacSHA512", asked("hub.secret"), body);
        return subscriber(to)
                .deliver(path(2), path(1), Objects.requireNonNullElse(signature, right), "application/rss+xml", body)
                .status();
    }

    private static boolean granted(Broker broker, Topics topics) {
        return broker.records(topics.feedState().name()).stream()
                .anyMatch(r ->
                        r.key().endsWith("#push") && new String(r.value(), StandardCharsets.UTF_8).contains("GRANTED"));
    }

    private String asked(String parameter) {
        return Objects.requireNonNull(asked.get(parameter));
    }

    /** A segment of the callback, counted from its end. */
    private String path(int fromEnd) {
        String[] segments = asked("hub.callback").split("/", -1);
        return segments[segments.length - fromEnd];
    }

    private static Subscriber subscriber(@Nullable IngestService of) {
        return Objects.requireNonNull(Objects.requireNonNull(of).push());
    }

    private IngestService start(Broker broker, Topics topics) {
        Duration hour = Duration.ofHours(1);
        IngestConfig config = new IngestConfig(
                List.of(Feed.of(site.url("/feed.xml"), new Outlet("Push Post", null, SourceClass.OTHER))),
                new FetcherConfig("VisitwatchTest/1 (+test)", List.of("127.0.0.1"), Set.of(site.port())),
                new PollRules(hour, hour, hour, 0.2),
                PollConfig.standard(),
                4,
                2,
                Duration.ofMillis(10),
                "https://us.example/websub");
        IngestService started =
                IngestService.start(config, broker.client(), topics, new SimpleMeterRegistry(), InstantSource.system());
        service = started;
        return started;
    }

    private String feed(String... items) {
        StringBuilder feed =
                new StringBuilder("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>"
                        + "<title>T</title><atom:link rel=\"hub\" href=\"" + site.url("/hub")
                        + "\"/><atom:link rel=\"self\" href=\""
                        + site.url("/feed.xml") + "\"/>");
        for (String item : items) {
            feed.append("<item><guid isPermaLink=\"false\">id-" + item + "</guid><title>Title " + item
                    + "</title><description>Text " + item + "</description></item>");
        }
        return feed + "</channel></rss>";
    }
}
