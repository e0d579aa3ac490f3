package io.visitwatch.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
 * How fast enrich reads articles off Kafka with 1, 2 and 4 threads on the same eight partitions: the table of docs/scaling.md. A
 * measurement, not a test; it runs when asked:
 *
 * <pre>mvn verify -pl app -am -Dsurefire.skip -Dit.test=ScalingIT -Dfailsafe.failIfNoSpecifiedTests=false \
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

    @Test
    void readsFasterWithMoreThreads() throws Exception {
        List<byte[]> stories = stories();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")))) {
            run(broker, stories, 1, ARTICLES / 4, "warm"); // what the JIT learns serves all that follow
            for (int threads : new int[] {1, 2, 4}) {
                double seconds = run(broker, stories, threads, ARTICLES, "t" + threads);
                System.out.printf(
                        java.util.Locale.ROOT,
                        "scaling: %d thread(s), %d articles, %.1f s, %.0f articles/s%n",
                        threads,
                        ARTICLES,
                        seconds,
                        ARTICLES / seconds);
            }
        }
    }

    private double run(EmbeddedBroker broker, List<byte[]> stories, int threads, int articles, String prefix)
            throws Exception {
        LoadedConfig config = new ConfigLoader(name -> null)
                .load(Files.writeString(
                        folder.resolve(prefix + ".yaml"),
                        "kafka: { bootstrap.servers: \"" + broker.bootstrapServers() + "\", partitions: " + PARTITIONS
                                + ", threads: " + threads + ", prefix: " + prefix + " }\n"));
        KafkaAccess access = KafkaAccess.to(broker.bootstrapServers(), config.config());
        try (TopicAdmin admin = access.admin()) {
            admin.apply(PATIENCE);
        }
        produce(access, stories, articles);
        ServiceOptions options = ServiceOptions.of(config, Set.of(Part.enrich), folder.resolve("data-" + prefix));
        try (Service service = Service.start(options, InstantSource.system());
                TopicReader reader = TopicReader.open(
                        service.access(), access.topics().taggedArticles().name(), PATIENCE)) {
            int[] read = new int[1];
            long[] first = new long[1];
            reader.follow(() -> true, entry -> {
                if (read[0]++ == 0) {
                    first[0] = System.nanoTime();
                }
                return read[0] < articles;
            });
            assertThat(read[0]).isEqualTo(articles);
            return (System.nanoTime() - first[0]) / 1e9;
        }
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
                Article article = new Article(
                        story.id(),
                        0,
                        "https://scaling.example/" + story.id(),
                        outlet.getKey().id(),
                        new Outlet(
                                outlet.getKey().name(),
                                outlet.getKey().country(),
                                outlet.getKey().sourceClass()),
                        outlet.getKey().language(),
                        story.title(),
                        story.summary(),
                        String.join("\n\n", story.paragraphs()),
                        null,
                        at,
                        DateQuality.EXACT,
                        null,
                        at,
                        "dom",
                        List.of(),
                        null,
                        false,
                        List.of());
                all.add(Json.write(article).getBytes(StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
