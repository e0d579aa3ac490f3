package io.visitwatch.bench.pipeline;

import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Quantiles;
import io.visitwatch.bench.Row;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * From the answer in which a feed first shows an item to the alert on its topic: the time beyond the wait for the poll. The service
 * runs as its users run it, with pages fetched from a local server.
 */
public final class NewsLatency implements Measurement {
    private static final int FEEDS = 40;
    private static final double PER_SECOND = 8;
    private static final int EVERY = 4;
    private static final long SETTLES = 25_000;
    private static final long WINDOW = 15_000;
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:\\d+/a/(\\d+)");

    @Override
    public List<String> ids() {
        return List.of("news-p50", "news-p99");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        if (!Launcher.isThere()) {
            System.out.println("news: not in the tree of the project, not measured");
            return List.of();
        }
        List<Double> middle = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        try (Town town = Town.open(FEEDS, PER_SECOND, EVERY);
                Running service = Running.start(town.config("1s"))) {
            Thread.sleep(SETTLES);
            try (KafkaConsumer<String, byte[]> alerts = Plant.reader(
                    service.bootstrap(), new Topics("visitwatch").alerts().name())) {
                Set<Integer> told = new HashSet<>();
                for (int round = 0; round < setup.rounds(); round++) {
                    List<Double> waits = listen(alerts, town, told);
                    middle.add(Quantiles.median(waits));
                    late.add(Quantiles.p99(waits));
                }
            }
        }
        String detail = "`./visitwatch run`, " + FEEDS + " local feeds polled every second, 8 articles a second, every "
                + EVERY + "th with a visit of its own, windows of " + WINDOW / 1_000 + " s";
        return List.of(
                row("news-p50", "item shown in a feed → alert on the topic, median", "< 1 s", 1, middle, detail),
                row("news-p99", "the same, 99 of 100", "< 3 s", 3, late, detail));
    }

    private static List<Double> listen(KafkaConsumer<String, byte[]> alerts, Town town, Set<Integer> told) {
        List<Double> waits = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofMillis(WINDOW).toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> each : alerts.poll(Duration.ofMillis(20))) {
                long now = System.nanoTime();
                Matcher addresses = ADDRESS.matcher(new String(each.value(), StandardCharsets.UTF_8));
                while (addresses.find()) {
                    int article = Integer.parseInt(addresses.group(1));
                    Long shown = town.served().get(article);
                    if (shown != null && told.add(article)) {
                        waits.add((now - shown) / 1e9);
                    }
                }
            }
        }
        if (waits.isEmpty()) {
            throw new IllegalStateException("no alert in " + WINDOW / 1_000 + " s");
        }
        return waits;
    }

    private static Row row(String id, String measure, String goal, double limit, List<Double> values, String detail) {
        return new Row(id, measure, "–", goal, Row.Bound.AT_MOST, limit, "s", values, detail);
    }
}
