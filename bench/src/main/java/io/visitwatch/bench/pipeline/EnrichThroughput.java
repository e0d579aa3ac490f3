package io.visitwatch.bench.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.bench.Copying;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.kafka.EnrichTopology;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** The enrich step over the same records as a topology that only copies; and what exactly-once and threads do to it. */
public final class EnrichThroughput implements Measurement {
    /** Enough that code is compiled and commits are many. */
    private static final int ARTICLES = 12_000;

    private static final int QUERIES = 1_000;
    private static final int PARTITIONS = 4;
    private static final String EOS = StreamsConfig.EXACTLY_ONCE_V2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Topics topics = new Topics("bench");

    @Override
    public List<String> ids() {
        return List.of("enrich-copy", "enrich-eos");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        EnrichConfig standard = EnrichConfig.standard();
        Enricher enricher = Enricher.create(new EnrichConfig(
                standard.watches(),
                MadeArticles.queries(QUERIES),
                List.of(),
                standard.languagePacks(),
                standard.threshold()));
        try (Plant plant = Plant.open()) {
            String copy = "bench.copy";
            plant.topics(
                    PARTITIONS,
                    List.of(
                            topics.articles().name(),
                            topics.taggedArticles().name(),
                            topics.visitReports().name(),
                            topics.deadLetters().name(),
                            copy));
            fill(plant);
            Supplier<Topology> enrich = new EnrichTopology(topics, enricher, new SimpleMeterRegistry());
            String tagged = topics.taggedArticles().name();
            List<List<Double>> times = Rounds.inTurn(
                    setup.rounds(),
                    List.of(
                            () -> pass(plant, enrich.get(), tagged, EOS, 1),
                            () -> pass(plant, Copying.of(topics.articles().name(), copy), copy, EOS, 1),
                            () -> pass(plant, enrich.get(), tagged, StreamsConfig.AT_LEAST_ONCE, 1)));
            List<Double> one = times.get(0);
            Rounds.Times toCopy = new Rounds.Times(one, times.get(1));
            Rounds.Times toAlos = new Rounds.Times(one, times.get(2));
            return List.of(
                    row(
                            "enrich-copy",
                            "full enrichment with " + QUERIES + " keyword queries, EOS",
                            "a topology that copies the same records, EOS",
                            "≥ 40 % of its throughput",
                            0.4,
                            toCopy),
                    row("enrich-eos", "enrichment, EOS", "the same, at least once", "≥ 80 %", 0.8, toAlos));
        }
    }

    private static Row row(String id, String measure, String reference, String goal, double limit, Rounds.Times times) {
        String detail = times.detail()
                + String.format(
                        Locale.ROOT,
                        " for %,d articles of 2.2 KB in %d partitions, every tenth with a visit",
                        ARTICLES,
                        PARTITIONS);
        return new Row(id, measure, reference, goal, Row.Bound.AT_LEAST, limit, "x", times.rates(), detail);
    }

    private void fill(Plant plant) {
        try (KafkaProducer<String, byte[]> producer = plant.producer()) {
            for (Article article : MadeArticles.of(ARTICLES, 10)) {
                byte[] value = Json.write(article).getBytes(StandardCharsets.UTF_8);
                Future<?> unused =
                        producer.send(new ProducerRecord<>(topics.articles().name(), article.id(), value));
            }
        }
    }

    /** Seconds from the first assignment until every record is out and committed. */
    private static double pass(Plant plant, Topology topology, String out, String guarantee, int threads)
            throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        try (KafkaConsumer<String, byte[]> reader = plant.reader(out);
                KafkaStreams streams = plant.streams(topology, guarantee, threads)) {
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    running.countDown();
                }
            });
            streams.start();
            running.await();
            long start = System.nanoTime();
            int seen = 0;
            while (seen < ARTICLES) {
                seen += reader.poll(Duration.ofMillis(100)).count();
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("only " + seen + " of " + ARTICLES + " records came out");
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return seconds;
        }
    }
}
