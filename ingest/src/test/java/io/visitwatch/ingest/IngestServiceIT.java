package io.visitwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.poll.PollConfig;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.Health;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IngestServiceIT {
    private static final Outlet OUTLET = new Outlet("Test Post", null, SourceClass.OTHER);
    private static Broker broker;

    @BeforeAll
    static void startBroker() {
        broker = new Broker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void putsEveryItemOfAFeedOnTheArticlesTopicOnceWithItsPageText() {
        Topics topics = broker.topics("simple", 3);
        try (FakeSite site = new FakeSite()) {
            publish(site, 5);
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            try (IngestService service = start(broker, site, topics, registry)) {
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> broker.articles(topics).size() >= 5);
                await().atMost(Duration.ofSeconds(20)).until(() -> site.times("/feed.xml") >= 3);
                assertThat(service.status()).singleElement().satisfies(status -> {
                    assertThat(status.health().kind()).isEqualTo(Health.Kind.OK);
                    assertThat(status.entries()).isEqualTo(5);
                });
                assertThat(feedsByHealth(registry)).containsOnly(entry("ok", 1.0));
                site.status("/feed.xml", 500);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(feedsByHealth(registry)).containsOnly(entry("failing", 1.0)));
                assertThat(service.status())
                        .singleElement()
                        .satisfies(
                                status -> assertThat(status.health().reason()).contains("500"));
            }
            List<Article> articles = broker.articles(topics);
            assertThat(articles).extracting(Article::id).doesNotHaveDuplicates().hasSize(5);
            assertThat(articles)
                    .allSatisfy(article -> assertThat(article.text()).contains("full text of the story"));
        }
    }

    @Test
    void goesOnWhereAnEarlierInstanceStopped() {
        Topics topics = broker.topics("resume", 3);
        try (FakeSite site = new FakeSite()) {
            publish(site, 3);
            try (IngestService first = start(site, topics)) {
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> broker.articles(topics).size() >= 3);
                assertThat(first.status()).hasSize(1);
            }
            publish(site, 6);
            try (IngestService second = start(site, topics)) {
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> broker.articles(topics).size() >= 6);
                assertThat(second.status()).hasSize(1);
            }
            Set<String> ids = new HashSet<>();
            assertThat(broker.articles(topics))
                    .allSatisfy(a -> assertThat(ids.add(a.id())).isTrue())
                    .hasSize(6);
        }
    }

    @Test
    void recoversByItselfWhenTheBrokerGoesAwayAndComesBack() throws InterruptedException {
        try (Broker own = new Broker();
                FakeSite site = new FakeSite()) {
            Topics topics = own.topics("outage", 2);
            publish(site, 3);
            try (IngestService service = start(own, site, topics)) {
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> own.articles(topics).size() >= 3);
                own.stop();
                publish(site, 6);
                Thread.sleep(6_000);
                own.restart();
                publish(site, 9);
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> own.articles(topics).size() >= 9);
                assertThat(service.status()).hasSize(1);
            }
            assertThat(own.articles(topics))
                    .extracting(Article::id)
                    .doesNotHaveDuplicates()
                    .hasSize(9);
        }
    }

    @Test
    void cutsAStoryThatNoTopicTakesWholeAndIsNotHeldUpByIt() {
        Topics topics = broker.topics("huge", 3);
        // three bytes a character: three megabytes as they come, far above what a topic takes by default once cut
        String huge = "\u0eaa\u0eb2\u0ea7\u0eaa\u0eb2\u0ea7\u0eaa\u0eb2\u0ea7 ".repeat(120_000);
        try (FakeSite site = new FakeSite()) {
            StringBuilder feed =
                    new StringBuilder("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
                            + "<channel><title>T</title>");
            for (int i = 1; i <= 3; i++) {
                feed.append("<item><guid isPermaLink=\"false\">g")
                        .append(i)
                        .append("</guid><title>Story ")
                        .append(i)
                        .append("</title><content:encoded>")
                        .append(i == 2 ? huge : "What story " + i + " says.")
                        .append("</content:encoded></item>");
            }
            site.at("/feed.xml", "application/rss+xml", feed + "</channel></rss>");
            try (IngestService service = start(site, topics)) {
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> broker.articles(topics).size() >= 3);
                assertThat(service.status())
                        .singleElement()
                        .satisfies(status -> assertThat(status.health().kind()).isEqualTo(Health.Kind.OK));
            }
            List<Article> articles = broker.articles(topics);
            assertThat(articles).extracting(Article::title).containsExactlyInAnyOrder("Story 1", "Story 2", "Story 3");
            assertThat(articles)
                    .filteredOn(article -> article.flags().contains("truncated"))
                    .singleElement()
                    .satisfies(article -> {
                        assertThat(article.title()).isEqualTo("Story 2");
                        assertThat(article.text().getBytes(StandardCharsets.UTF_8).length)
                                .as("more than the default of a topic")
                                .isGreaterThan(1_048_588);
                    });
        }
    }

    private static IngestService start(FakeSite site, Topics topics) {
        return start(broker, site, topics);
    }

    /** What {@code visitwatch_ingest_feeds} counts, without the kinds of which there is none. */
    private static Map<String, Double> feedsByHealth(SimpleMeterRegistry registry) {
        Collection<Gauge> gauges = registry.get("visitwatch.ingest.feeds").gauges();
        assertThat(gauges).hasSameSizeAs(Health.Kind.values());
        return gauges.stream()
                .filter(gauge -> gauge.value() > 0)
                .collect(Collectors.toMap(gauge -> String.valueOf(gauge.getId().getTag("health")), Gauge::value));
    }

    private static IngestService start(Broker cluster, FakeSite site, Topics topics) {
        return start(cluster, site, topics, new SimpleMeterRegistry());
    }

    private static IngestService start(Broker cluster, FakeSite site, Topics topics, SimpleMeterRegistry registry) {
        Feed feed = Feed.of(site.url("/feed.xml"), OUTLET);
        IngestConfig config = new IngestConfig(
                List.of(feed),
                new FetcherConfig("VisitwatchTest/1 (+test)", List.of("127.0.0.1"), Set.of(site.port())),
                new PollRules(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1), 0.2),
                PollConfig.standard(),
                4,
                2,
                Duration.ofMillis(10),
                null);
        return IngestService.start(config, cluster.client(), topics, registry, InstantSource.system());
    }

    private static void publish(FakeSite site, int items) {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>");
        for (int i : IntStream.rangeClosed(1, items).toArray()) {
            String path = "/story/" + i;
            feed.append("<item><guid isPermaLink=\"false\">id-")
                    .append(i)
                    .append("</guid><title>Story number ")
                    .append(i);
            feed.append("</title><link>").append(site.url(path)).append("</link></item>");
            site.at(
                    path,
                    "text/html",
                    "<html><head><title>Story number " + i + "</title></head><body><article><h1>Story number "
                            + i + "</h1><p>This is the full text of the story number " + i
                            + ", long enough to be taken for an article by anybody who reads it with some care, and so on.</p><p>"
                            + "A second paragraph says more about the same subject, so that nobody doubts it.</p></article></body></html>");
        }
        site.at("/feed.xml", "application/rss+xml", feed + "</channel></rss>", "ETag", "\"v" + items + "\"");
    }
}
