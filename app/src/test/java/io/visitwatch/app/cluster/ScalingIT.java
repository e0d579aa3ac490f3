package io.visitwatch.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.demo.NewsOutlet;
import io.visitwatch.app.demo.NewsroomData;
import io.visitwatch.app.demo.Story;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Part;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast enrich reads articles off Kafka with 1, 2 and 4 threads and with 2 instances, on the same eight partitions: the table of
 * docs/scaling.md. A measurement, not a test; it runs when asked:
 *
 * <pre>mvn verify -Dfast -pl app -am -Dsurefire.skip -Dit.test=ScalingIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *   -Dvisitwatch.scaling.articles=20000</pre>
 */
@EnabledIfSystemProperty(named = "visitwatch.scaling.articles", matches = "[0-9]+")
class ScalingIT {
    private static final int ARTICLES = Integer.getInteger("visitwatch.scaling.articles", 20_000);
    private static final int PARTITIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** So many instances with so many threads each. */
    private record Size(int instances, int threads) {
        String name() {
            return "i" + instances + "t" + threads;
        }
    }

    /** Time from the first article read to the last, and the part of it that all stream threads computed. */
    private record Measured(double seconds, double computed) {}

    @Test
    void readsFasterWithMoreThreadsAndInstances() throws Exception {
        List<byte[]> stories = stories();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")))) {
            // What the JIT learns serves all that follow.
            run(broker, stories, new Size(1, 2), ARTICLES / 2, "warm");
            for (Size size : List.of(new Size(1, 1), new Size(1, 2), new Size(1, 4), new Size(2, 1), new Size(4, 1))) {
                Measured it = run(broker, stories, size, ARTICLES, size.name());
                System.out.printf(
                        Locale.ROOT,
                        "scaling: %d instance(s) of %d thread(s), %d articles, %.1f s, %.0f articles/s, %.2f ms of"
                                + " processor time each%n",
                        size.instances(),
                        size.threads(),
                        ARTICLES,
                        it.seconds(),
                        ARTICLES / it.seconds(),
                        it.computed() * 1_000 / ARTICLES);
            }
        }
    }

    private Measured run(EmbeddedBroker broker, List<byte[]> stories, Size size, int articles, String prefix)
            throws Exception {
        LoadedConfig config = new ConfigLoader(name -> null)
                .load(Files.writeString(
                        folder.resolve(prefix + ".yaml"),
                        "kafka: { bootstrap.servers: \"" + broker.bootstrapServers() + "\", partitions: " + PARTITIONS
                                + ", threads: " + size.threads() + ", prefix: " + prefix + " }\n"));
        List<Service> services = new ArrayList<>();
        try {
            for (int i = 0; i < size.instances(); i++) {
                services.add(Service.start(
                        ServiceOptions.of(config, Set.of(Part.enrich), folder.resolve("data-" + prefix + i)),
                        InstantSource.system()));
            }
            for (Service service : services) {
                await().atMost(PATIENCE).until(() -> service.health().ready());
            }
            KafkaAccess access = services.get(0).access();
            produce(access, stories, articles);
            return measure(access, articles);
        } finally {
            services.forEach(Service::close);
        }
    }

    /** The brokers' own stamps say when the first and the last article was stored, whenever this reader comes by. */
    private static Measured measure(KafkaAccess access, int articles) {
        LongSummaryStatistics stored = new LongSummaryStatistics();
        try (TopicReader reader =
                TopicReader.open(access, access.topics().taggedArticles().name(), PATIENCE)) {
            reader.follow(() -> true, entry -> {
                stored.accept(entry.timestamp());
                return stored.getCount() < articles;
            });
        }
        assertThat(stored.getCount()).isEqualTo(articles);
        return new Measured((stored.getMax() - stored.getMin()) / 1e3, computed());
    }

    /** Processor time, in seconds, of all stream threads that live. */
    private static double computed() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(thread ->
                                thread != null && thread.getThreadName().contains("StreamThread"))
                        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                        .sum()
                / 1e9;
    }

    private static void produce(KafkaAccess access, List<byte[]> stories, int articles) {
        Topics topics = access.topics();
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put("linger.ms", 20);
        settings.put("batch.size", 262_144);
        settings.put("compression.type", "lz4");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < articles; i++) {
                var unused = producer.send(new ProducerRecord<>(
                        topics.articles().name(), "article-" + i, stories.get(i % stories.size())));
            }
        }
    }

    /** The bundled newsroom's stories as articles; their text is of the length of real news. */
    private static List<byte[]> stories() {
        List<byte[]> all = new ArrayList<>();
        for (Map.Entry<NewsOutlet, List<Story>> outlet :
                NewsroomData.bundled().stories().entrySet()) {
            for (Story story : outlet.getValue()) {
                Instant at = Instant.now();
                Article article = Article.named(story.id(), at)
                        .from(
                                "https://scaling.example/" + story.id(),
                                outlet.getKey().id(),
                                new Outlet(
                                        outlet.getKey().name(),
                                        outlet.getKey().country(),
                                        outlet.getKey().sourceClass()))
                        .language(outlet.getKey().language())
                        .says(story.title(), story.summary(), String.join("\n\n", story.paragraphs()))
                        .published(at)
                        .extractedBy("dom")
                        .build();
                all.add(Json.write(article).getBytes(StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
