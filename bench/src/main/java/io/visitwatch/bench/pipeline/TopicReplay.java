package io.visitwatch.bench.pipeline;

import io.visitwatch.app.replay.ArticleRange;
import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySummary;
import io.visitwatch.app.replay.TopicSource;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.bench.Folders;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.EventTimeHeader;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** {@code replay --topic articles}, with every article read again and with a time that leaves nearly all out, beside a bare consumer. */
public final class TopicReplay implements Measurement {
    private static final int THREADS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Archive READ = new Archive(new Topics("bench"), 20_000);

    /** Long enough that starting and closing, which a replay of decades does once, do not decide. */
    private static final Archive FILTERED = new Archive(new Topics("benchlong"), 100_000);

    /** The end of the first hundredth of the long archive. */
    private static final String EARLY = "2016-01-20";

    /** A topic of made articles. */
    private record Archive(Topics topics, int articles) {
        String topic() {
            return topics.articles().name();
        }
    }

    @Override
    public List<String> ids() {
        return List.of("replay-topic", "replay-filter");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        ReplayRules rules = ReplayRules.standard();
        Enricher enricher = Enricher.create(rules.enrich());
        try (Plant plant = Plant.open()) {
            plant.topics(4, List.of(READ.topic(), FILTERED.topic()));
            fill(plant, READ);
            fill(plant, FILTERED);
            KafkaAccess access = plant.access(READ.topics());
            KafkaAccess filtered = plant.access(FILTERED.topics());
            Rounds.Times all = Rounds.interleaved(
                    setup.rounds(),
                    () -> replay(access, READ, ArticleRange.parse(null, null), rules, enricher, READ.articles()),
                    () -> Rounds.clock(() -> consume(access, READ)));
            Rounds.Times few = Rounds.interleaved(
                    setup.rounds(),
                    () -> replay(filtered, FILTERED, ArticleRange.parse(null, EARLY), rules, enricher, 1_000),
                    () -> Rounds.clock(() -> consume(filtered, FILTERED)));
            return List.of(
                    row(
                            "replay-topic",
                            "`replay --topic articles`, two threads, every article read again",
                            "≥ 5 % of its rate",
                            0.05,
                            READ,
                            all),
                    row(
                            "replay-filter",
                            "the same, `--to` leaves 99 of 100 articles out",
                            "≥ 50 %",
                            0.5,
                            FILTERED,
                            few));
        }
    }

    private static Row row(String id, String measure, String goal, double limit, Archive archive, Rounds.Times times) {
        String detail = times.detail() + String.format(Locale.ROOT, " for %,d articles of 2.2 KB", archive.articles());
        return new Row(
                id,
                measure,
                "a consumer that reads the same records",
                goal,
                Row.Bound.AT_LEAST,
                limit,
                "x",
                times.rates(),
                detail);
    }

    /** With the headers ingest writes. */
    private static void fill(Plant plant, Archive archive) {
        try (KafkaProducer<String, byte[]> producer = plant.producer()) {
            for (Article article : MadeArticles.of(archive.articles(), 200)) {
                byte[] value = Json.write(article).getBytes(StandardCharsets.UTF_8);
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(archive.topic(), article.id(), value);
                CloudEventHeaders.put(
                        record.headers(), "article", article.id() + "/0", "ingest", article.id(), article.firstSeen());
                EventTimeHeader.put(record.headers(), article.eventTime());
                Future<?> unused = producer.send(record);
            }
        }
    }

    private static double replay(
            KafkaAccess access, Archive archive, ArticleRange range, ReplayRules rules, Enricher enricher, int most)
            throws IOException {
        Path folder = Files.createTempDirectory("visitwatch-bench-topic-");
        try {
            long start = System.nanoTime();
            TopicSource source = TopicSource.of(access, range, folder.resolve("offsets"));
            ReplaySummary summary =
                    new Replay(List.of(source), folder.resolve("out"), rules, enricher, THREADS).run(QUIET);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (summary.items() != archive.articles() || summary.articles() != most) {
                throw new IllegalStateException(summary.articles() + " articles in " + summary.items() + " items");
            }
            return seconds;
        } finally {
            Folders.remove(folder);
        }
    }

    private static final Replay.Listener QUIET = new Replay.Listener() {
        @Override
        public void resumed(long items) {
            // nothing is resumed
        }

        @Override
        public void step(double share) {
            // nobody looks
        }
    };

    private static void consume(KafkaAccess access, Archive archive) {
        AtomicLong bytes = new AtomicLong();
        AtomicLong records = new AtomicLong();
        try (TopicReader reader = TopicReader.open(access, archive.topic(), PATIENCE)) {
            reader.readToEnd(entry -> {
                bytes.addAndGet(entry.value().length);
                records.incrementAndGet();
                return true;
            });
        }
        if (records.get() != archive.articles() || bytes.get() == 0) {
            throw new IllegalStateException("only " + records + " records");
        }
    }
}
