package io.visitwatch.app.replay.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.replay.Archives;
import io.visitwatch.app.replay.ArticleRange;
import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayFolder;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.replay.ReplaySummary;
import io.visitwatch.app.replay.Sources;
import io.visitwatch.app.replay.TopicSource;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.WatchPlace;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.EventTimeHeader;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays on a broker that also serves a live installation. */
class KafkaReplayIT {
    private static final AppConfig CONFIG =
            new ConfigLoader(name -> null).defaults().config();
    private static final ReplayRules RULES = ReplayRules.standard();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Replay.Listener SILENT = new Replay.Listener() {
        @Override
        public void resumed(long items) {}

        @Override
        public void step(double share) {}
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static KafkaAccess live;

    @SuppressWarnings("NullAway.Init")
    private static Enricher enricher;

    private static final List<Article> ARTICLES = Archives.articles(120);

    @BeforeAll
    static void startALiveInstallation() {
        broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
        live = KafkaAccess.to(broker.bootstrapServers(), CONFIG);
        enricher = Enricher.create(RULES.enrich());
        try (TopicAdmin admin = live.admin()) {
            admin.ensure(PATIENCE);
        }
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(live.client(), new StringSerializer(), new ByteArraySerializer())) {
            for (Article article : ARTICLES) {
                ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(
                        live.topics().articles().name(),
                        article.id(),
                        Json.write(article).getBytes(StandardCharsets.UTF_8));
                if (article.id().hashCode() % 2 == 0) { // half as ingest writes them, half as others do
                    EventTimeHeader.put(outgoing.headers(), article.eventTime());
                }
                // a failed send shows as missing articles
                var unused = producer.send(outgoing);
            }
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void twoInstancesThatShareAReplayFindWhatOneProcessFinds() throws Exception {
        Path archive = Files.write(
                folder.resolve("shared.jsonl"),
                ARTICLES.stream().map(Json::write).toList());
        Path inProcess = inProcess(List.of(Sources.of(archive)), "process");
        Set<String> before = namesOnTheCluster();
        Map<Integer, Long> liveEnds = liveEnds();
        ReplayScope scope = new ReplayScope("shared", live, 4);
        List<CompletableFuture<Void>> helpers = List.of(help(scope, RULES, "h1"), help(scope, RULES, "h2"));
        ReplayFolder out = made("shared");
        // the leader reads nothing itself: what is found was read by those that joined
        ReplaySummary summary =
                new KafkaReplay(List.of(Sources.of(archive)), out, RULES, true, enricher, 0).run(scope, false, SILENT);
        for (CompletableFuture<Void> helper : helpers) {
            helper.get(60, TimeUnit.SECONDS);
        }
        assertThat(summary.articles()).isEqualTo(ARTICLES.size());
        assertThat(Files.readString(inProcess.resolve("alerts.jsonl"))).contains("RETRACTED");
        assertSame(inProcess, out.out());
        assertThat(namesOnTheCluster()).isEqualTo(before);
        assertThat(liveEnds()).isEqualTo(liveEnds);
    }

    @Test
    void theArticlesTopicIsReplayedByTimeAndByOffset() throws IOException {
        Path archive = Files.write(
                folder.resolve("whole.jsonl"),
                ARTICLES.stream().map(Json::write).toList());
        Path whole = inProcess(List.of(Sources.of(archive)), "whole");
        assertSame(whole, inProcess(List.of(topic(null, null, "t-all")), "t-all"));

        Instant middle = ARTICLES.get(ARTICLES.size() / 2).eventTime();
        List<String> early = ARTICLES.stream()
                .filter(article -> article.eventTime().isBefore(middle))
                .map(Json::write)
                .toList();
        Path first = inProcess(List.of(Sources.of(Files.write(folder.resolve("early.jsonl"), early))), "early");
        String day = middle.atZone(ZoneOffset.UTC).toLocalDate().toString();
        assertSame(first, inProcess(List.of(topic(null, day, "t-early")), "t-early"));
        assertThat(Files.readString(first.resolve("visits.jsonl")))
                .isNotEqualTo(Files.readString(whole.resolve("visits.jsonl")));

        long end = liveEnds().getOrDefault(0, 0L);
        assertThat(count(topic("0:10,1:999999", "0:15", "t-offset"))).isEqualTo(5);
        assertThat(count(topic("0:" + (end - 3) + ",1:999999", null, "t-end"))).isEqualTo(3);
    }

    @Test
    void aHelperWithOtherRulesIsRefusedAndHarmsNothing() throws Exception {
        Path archive = Files.write(folder.resolve("small.jsonl"), Archives.docs(30));
        ReplayRules other = new ReplayRules(
                new EnrichConfig(List.of(new WatchPlace("erbil", ZoneOffset.UTC)), Map.of(), List.of(), null, 0.5),
                RULES.ledger());
        ReplayScope scope = new ReplayScope("other", live, 2);
        CompletableFuture<Void> helper = help(scope, other, "h3");
        ReplayFolder out = made("other");
        new KafkaReplay(List.of(Sources.of(archive)), out, RULES, true, enricher, 1).run(scope, false, SILENT);
        assertThatThrownBy(helper::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(BrokerException.class)
                .hasMessageContaining("other rules");
        assertSame(inProcess(List.of(Sources.of(archive)), "small"), out.out());
    }

    private static CompletableFuture<Void> help(ReplayScope scope, ReplayRules rules, String name) {
        return CompletableFuture.runAsync(() -> {
            Enricher own = rules.equals(RULES) ? enricher : Enricher.create(rules.enrich());
            new ReplayHelper(scope, rules, own, PATIENCE).run(1, folder.resolve(name));
        });
    }

    private static TopicSource topic(
            @org.jspecify.annotations.Nullable String from, @org.jspecify.annotations.Nullable String to, String name)
            throws IOException {
        return TopicSource.of(live, ArticleRange.parse(from, to), folder.resolve(name + ".json"));
    }

    private static int count(ReplaySource source) throws IOException {
        int count = 0;
        try (ReplaySource.Items items = source.open()) {
            for (; items.hasNext(); count++) {
                items.next();
            }
        }
        return count;
    }

    private static Path inProcess(List<ReplaySource> sources, String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve("process-" + name));
        new Replay(sources, out, RULES, enricher, 2).run(SILENT);
        return out;
    }

    private static ReplayFolder made(String name) throws IOException {
        ReplayFolder made = new ReplayFolder(folder.resolve("kafka-" + name));
        made.make();
        return made;
    }

    private static void assertSame(Path one, Path other) {
        assertThat(other.resolve("alerts.jsonl")).hasSameBinaryContentAs(one.resolve("alerts.jsonl"));
        assertThat(other.resolve("visits.jsonl")).hasSameBinaryContentAs(one.resolve("visits.jsonl"));
    }

    private static Map<Integer, Long> liveEnds() {
        try (TopicReader reader =
                TopicReader.open(live, live.topics().articles().name(), PATIENCE)) {
            return reader.ends();
        }
    }

    private static Set<String> namesOnTheCluster() throws Exception {
        try (Admin admin = Admin.create(live.client())) {
            Set<String> names =
                    new java.util.TreeSet<>(admin.listTopics().names().get());
            admin.listGroups().all().get().forEach(group -> names.add("group " + group.groupId()));
            // the broker's own, made when they are first needed
            names.removeIf(name -> name.startsWith("__"));
            return names;
        }
    }
}
