package io.visitwatch.ingest.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.ingest.Broker;
import io.visitwatch.ingest.IngestService;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest reaches its broker over a bad line: every item of the farm must be on the topic once all the same. */
@Tag("faults")
class FaultyLinkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PUBLISH = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** What is done to the line while the farm publishes. */
    private interface Harm {
        void to(FaultyLink link) throws Exception;
    }

    @Test
    void losesAndRepeatsNothingWhenTheLineIsCutAgainAndAgain() throws Exception {
        underHarm(link -> {
            link.cutAfter(60_000);
            await().atMost(PATIENCE).until(() -> link.cuts() > 2);
        });
    }

    @Test
    void losesAndRepeatsNothingOnASlowLine() throws Exception {
        underHarm(link -> {
            link.delay(300);
            Thread.sleep(15_000);
        });
    }

    @Test
    void losesAndRepeatsNothingWhenRepliesAndCommitsGoUnheard() throws Exception {
        underHarm(link -> {
            for (int i = 0; i < 4; i++) {
                link.swallowReplies(true);
                Thread.sleep(1_500);
                link.reset();
                link.swallowReplies(false);
                Thread.sleep(3_000);
            }
            assertThat(link.swallowed()).isPositive();
        });
    }

    private void underHarm(Harm harm) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        BrokerConfig plain = BrokerConfig.in(folder).withPort(port);
        try (FaultyLink link = new FaultyLink(port);
                EmbeddedBroker broker = EmbeddedBroker.start(new BrokerConfig(
                        plain.folder(),
                        plain.host(),
                        port,
                        plain.startTimeout(),
                        Map.of("advertised.listeners", "PLAINTEXT://127.0.0.1:" + link.port())));
                FeedFarm farm = new FeedFarm(30, 6, 5_000, PUBLISH)) {
            assertThat(broker.bootstrapServers()).endsWith(":" + port);
            Map<String, Object> client = Map.of("bootstrap.servers", "127.0.0.1:" + link.port());
            Topics topics = new Topics("line");
            try (TopicAdmin admin = TopicAdmin.open(client, topics, TopicLayout.single(2))) {
                admin.ensure(Duration.ofSeconds(60));
            }
            try (IngestService service = IngestService.start(
                    IngestChild.config(farm.subscriptions(), farm.port()),
                    client,
                    topics,
                    new SimpleMeterRegistry(),
                    InstantSource.system())) {
                Thread.sleep(5_000);
                harm.to(link);
                link.cutAfter(Long.MAX_VALUE);
                link.delay(0);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(2))
                        .until(() -> farm.age() > PUBLISH
                                && missing(farm, client, topics).isEmpty());
                assertThat(service.status()).isNotEmpty();
            }
            List<Article> articles = Broker.articles(client, topics);
            assertThat(articles.stream().map(a -> a.id() + "/" + a.revision()).toList())
                    .doesNotHaveDuplicates()
                    .hasSize(farm.expected().size());
        }
    }

    private static Set<String> missing(FeedFarm farm, Map<String, Object> client, Topics topics) {
        Set<String> missing = new HashSet<>(farm.expected().keySet());
        Broker.articles(client, topics).forEach(a -> missing.remove(String.valueOf(a.url())));
        return missing;
    }
}
