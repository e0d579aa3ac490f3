package io.visitwatch.bench.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.kafka.AlertsTopology;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.run.Parts;
import io.visitwatch.bench.Copying;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Quantiles;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.kafka.EnrichTopology;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topic;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** From an article on its topic to the alert on its own, beside three chained topologies that copy, all exactly once. */
public final class HopLatency implements Measurement {
    private static final int RATE = 200;
    private static final int SECONDS = 5;
    private static final int EVERY = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("made-(\\d+)\\.");

    private final Topics topics = new Topics("bench");

    @Override
    public List<String> ids() {
        return List.of("alert-p99");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<String> chain = List.of("bench.hop0", "bench.hop1", "bench.hop2", "bench.hop3");
        Enricher enricher = Enricher.create(EnrichConfig.standard());
        try (Plant plant = Plant.open()) {
            List<String> names =
                    new ArrayList<>(topics.all().stream().map(Topic::name).toList());
            names.addAll(chain);
            plant.topics(1, names);
            List<KafkaStreams> running = new ArrayList<>();
            try {
                running.add(start(plant, new EnrichTopology(topics, enricher, new SimpleMeterRegistry()).get()));
                running.add(start(
                        plant,
                        new AlertsTopology(
                                        topics,
                                        Parts.alertsConfig(new ConfigLoader(name -> null)
                                                .defaults()
                                                .config()),
                                        new SimpleMeterRegistry())
                                .get()));
                for (int hop = 0; hop < 3; hop++) {
                    running.add(start(plant, Copying.of(chain.get(hop), chain.get(hop + 1))));
                }
                return List.of(measure(plant, chain, setup.rounds()));
            } finally {
                running.forEach(streams -> streams.close(Duration.ofSeconds(10)));
            }
        }
    }

    private Row measure(Plant plant, List<String> chain, int rounds) throws InterruptedException {
        Iterator<Article> articles =
                MadeArticles.of((rounds + 1) * 2 * RATE * SECONDS, EVERY).iterator();
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double alert = p99(
                    plant, articles, topics.articles().name(), topics.alerts().name());
            double copied = p99(plant, articles, chain.get(0), chain.get(3));
            if (round > 0) {
                ratios.add(alert / copied);
                ours.add(alert);
            }
        }
        double median = Quantiles.median(ours);
        return new Row(
                "alert-p99",
                "article on the topic → alert on the topic, " + RATE + " articles/s, EOS, p99",
                "three chained EOS topologies that copy, same commit interval, p99",
                "≤ 1.3 ×",
                Row.Bound.AT_MOST,
                1.3,
                "x",
                ratios,
                String.format(
                        Locale.ROOT,
                        "ours p99 %.0f ms; every %dth article reports a visit of its own, %d s a round",
                        median * 1e3,
                        EVERY,
                        SECONDS));
    }

    /** Sends articles at the rate and waits for those with a visit; seconds within which 99 % of them came through. */
    private static double p99(Plant plant, Iterator<Article> articles, String in, String out)
            throws InterruptedException {
        Map<Integer, Long> sent = new HashMap<>();
        List<Double> waits = new ArrayList<>();
        Set<Integer> open = new HashSet<>();
        try (KafkaProducer<String, byte[]> producer = plant.producer();
                KafkaConsumer<String, byte[]> reader = plant.reader(out)) {
            long start = System.nanoTime();
            for (int i = 0; i < RATE * SECONDS; ) {
                while (i < RATE * SECONDS && System.nanoTime() - start >= i * 1_000_000_000L / RATE) {
                    Article article = articles.next();
                    int number = number(article.id());
                    if (number % EVERY == 0) {
                        sent.put(number, System.nanoTime());
                        open.add(number);
                    }
                    Future<?> unused = producer.send(new ProducerRecord<>(
                            in, article.id(), Json.write(article).getBytes(StandardCharsets.UTF_8)));
                    i++;
                }
                collect(reader, Duration.ofMillis(2), sent, open, waits);
            }
            long limit = System.nanoTime() + PATIENCE.toNanos();
            while (!open.isEmpty() && System.nanoTime() < limit) {
                collect(reader, Duration.ofMillis(20), sent, open, waits);
            }
        }
        if (open.size() * 10 > sent.size()) {
            throw new IllegalStateException(open.size() + " of " + sent.size() + " did not come to " + out);
        }
        return Quantiles.p99(waits);
    }

    private static void collect(
            KafkaConsumer<String, byte[]> reader,
            Duration wait,
            Map<Integer, Long> sent,
            Set<Integer> open,
            List<Double> waits) {
        for (ConsumerRecord<String, byte[]> each : reader.poll(wait)) {
            long now = System.nanoTime();
            Matcher ids = ID.matcher(new String(each.value(), StandardCharsets.UTF_8));
            while (ids.find()) {
                int number = Integer.parseInt(ids.group(1));
                Long since = sent.get(number);
                if (since != null && open.remove(number)) {
                    waits.add((now - since) / 1e9);
                }
            }
        }
    }

    private static int number(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.find()) {
            throw new IllegalArgumentException(id);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static KafkaStreams start(Plant plant, Topology topology) {
        KafkaStreams streams = plant.streams(topology, StreamsConfig.EXACTLY_ONCE_V2, 1);
        streams.start();
        return streams;
    }
}
