package io.visitwatch.app.run;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.visitwatch.ingest.FeedStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How the feeds of this instance are, worked out at each scrape: {@code visitwatch_feed_health{feed,health}} is 1 for the state a feed
 * is in, {@code visitwatch_feed_success_age_seconds{feed}} counts from its last readable answer, and
 * {@code visitwatch_newest_article_age_seconds} from the last answer of any feed that brought something new. All three come from the
 * stored state of the feeds: a restart does not set them back.
 */
final class FeedMeters implements MultiCollector {
    private static final String HEALTH = "visitwatch_feed_health";
    private static final String SUCCESS = "visitwatch_feed_success_age_seconds";
    private static final String NEWEST = "visitwatch_newest_article_age_seconds";

    private final Supplier<List<FeedStatus>> feeds;
    private final InstantSource clock;

    FeedMeters(Supplier<List<FeedStatus>> feeds, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        List<FeedStatus> all = feeds.get();
        Instant now = clock.instant();
        List<MetricSnapshot> found = new ArrayList<>();
        if (!all.isEmpty()) {
            found.add(health(all));
            found.add(success(all, now));
        }
        all.stream()
                .map(FeedStatus::lastNew)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .ifPresent(newest -> found.add(GaugeSnapshot.builder()
                        .name(NEWEST)
                        .help("Time since a feed of this instance brought a new article")
                        .dataPoint(point(Labels.EMPTY, age(newest, now)))
                        .build()));
        return new MetricSnapshots(found);
    }

    private static MetricSnapshot health(List<FeedStatus> feeds) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(HEALTH).help("1 for the state a feed is in");
        for (FeedStatus feed : feeds) {
            String kind = feed.health().kind().name().toLowerCase(Locale.ROOT);
            gauge.dataPoint(point(Labels.of("feed", feed.feedId(), "health", kind), 1));
        }
        return gauge.build();
    }

    private static MetricSnapshot success(List<FeedStatus> feeds, Instant now) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(SUCCESS).help("Time since a feed's last readable answer");
        for (FeedStatus feed : feeds) {
            Instant last = feed.lastSuccess();
            if (last != null) {
                gauge.dataPoint(point(Labels.of("feed", feed.feedId()), age(last, now)));
            }
        }
        return gauge.build();
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }

    private static double age(Instant then, Instant now) {
        return Math.max(0, Duration.between(then, now).toMillis() / 1000.0);
    }
}
