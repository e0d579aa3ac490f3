package io.visitwatch.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.run.Boards;
import io.visitwatch.app.run.Health;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.push.Subscriber;
import io.visitwatch.ingest.push.Subscription;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hubs reach their subscription without a token of the API, and nothing else. */
class HubRoutesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final String TOKEN = "00112233445566778899aabbccddeeff";

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpFetcher fetcher = new HttpFetcher(FetcherConfig.publicOnly("test"));
    private final HostQueues queues = new HostQueues(2, Duration.ZERO, System::nanoTime);
    private @Nullable Subscriber subscriber;
    private final ApiServer api = ApiServer.start(
            new ApiSettings(
                    "0.0.0.0",
                    0,
                    false,
                    List.of(new ApiSettings.Token("reader", "0".repeat(64), false)),
                    List.of("news.example.org")),
            new ApiData(
                    Boards.of(List.of()),
                    new Health(),
                    new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                    List::of),
            List.of(new HubRoutes(() -> subscriber)));

    @AfterEach
    void close() {
        api.close();
        fetcher.close();
    }

    @Test
    void aHubIsAnsweredByItsSubscriptionAndNeedsNoTokenOfTheApi() throws Exception {
        String path = "/websub/feed%20one/" + TOKEN;
        String question = "?hub.mode=subscribe&hub.topic=http%3A%2F%2Fnews.example%2Ffeed&hub.challenge=4%202";
        assertThat(get(path + question).statusCode()).as("ingest is not up yet").isEqualTo(503);
        subscriber = new Subscriber(
                "https://us.example/websub", new OneFeed(), fetcher, queues, () -> NOW, () -> new byte[32], name -> {});
        HttpResponse<String> answer = get(path + question);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("4 2");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(get("/websub/feed%20one/" + TOKEN.replace('0', '1') + question)
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(path, "<rss/>")).isEqualTo(202);
        assertThat(post("/websub/other/" + TOKEN, "<rss/>")).isEqualTo(404);
        assertThat(get("/websub/" + TOKEN).statusCode()).isIn(401, 404);
        assertThat(get("/api/v1/visits").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(api.url() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("X-Hub-Signature", "sha256=00")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static final class OneFeed implements Subscriber.Homes {
        @Override
        public boolean has(String feedId) {
            return feedId.equals("feed one");
        }

        @Override
        public Subscription stored(String feedId) {
            return new Subscription(
                    "https://hub.example/",
                    "http://news.example/feed",
                    "https://us.example/websub/feed%20one/" + TOKEN,
                    "secret",
                    Subscription.Status.ASKED,
                    NOW,
                    NOW,
                    NOW.plusSeconds(600),
                    null,
                    0,
                    "asked");
        }

        @Override
        public void store(String feedId, Subscription subscription) {}

        @Override
        public void bring(String feedId, FeedResult.Read brought) {}

        @Override
        public void hasten(String feedId) {}
    }
}
