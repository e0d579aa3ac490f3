package io.visitwatch.bench.alerts;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.bench.Quantiles;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reports onto one topic, and the wait for each of them until it is committed on another. */
final class RoundTrip implements AutoCloseable {
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ARTICLE = Pattern.compile("\"articleId\":\"(made-\\d+\\.)\"");

    private final MadeReports reports;
    private final String in;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> reader;
    private final Map<String, Long> sent = new HashMap<>();
    private final List<Double> waits = new ArrayList<>();

    RoundTrip(KafkaAccess access, MadeReports reports, String in, String out) {
        this.reports = reports;
        this.in = in;
        producer = new KafkaProducer<>(Map.copyOf(access.client()), new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = reader.partitionsFor(out).stream()
                .map(p -> new TopicPartition(out, p.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
    }

    /** Seconds within which 99 of 100 came through, at an even rate. */
    double p99() {
        long start = System.nanoTime();
        for (int i = 0; i < PER_SECOND * SECONDS; ) {
            while (i < PER_SECOND * SECONDS && System.nanoTime() - start >= i * 1_000_000_000L / PER_SECOND) {
                send();
                i++;
            }
            collect(Duration.ofMillis(2));
        }
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!sent.isEmpty() && System.nanoTime() < limit) {
            collect(Duration.ofMillis(20));
        }
        if (!sent.isEmpty()) {
            throw new IllegalStateException(sent.size() + " reports gave no alert, "
                    + sent.keySet().iterator().next() + " among them");
        }
        return Quantiles.p99(waits);
    }

    private void send() {
        VisitReport report = reports.next();
        byte[] value = Json.write(report).getBytes(StandardCharsets.UTF_8);
        sent.put(report.articleId(), System.nanoTime());
        // a failed send shows as an alert that does not come
        Future<?> unused = producer.send(new ProducerRecord<>(in, report.head().country(), value));
    }

    private void collect(Duration wait) {
        for (ConsumerRecord<String, byte[]> each : reader.poll(wait)) {
            long now = System.nanoTime();
            Matcher articles = ARTICLE.matcher(new String(each.value(), StandardCharsets.UTF_8));
            while (articles.find()) {
                Long since = sent.remove(articles.group(1));
                if (since != null) {
                    waits.add((now - since) / 1e9);
                }
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
    }
}
