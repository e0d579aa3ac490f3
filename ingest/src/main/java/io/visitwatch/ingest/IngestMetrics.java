package io.visitwatch.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.kafka.OwnedPartition;
import io.visitwatch.ingest.poll.PollListener;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.PollOutcome;
import io.visitwatch.model.Article;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what ingest does.
 *
 * <p>{@code visitwatch_ingest_polls_total{outcome}}, {@code visitwatch_ingest_pages_total{outcome}},
 * {@code visitwatch_ingest_articles_total{kind}} ({@code new}, {@code revision}, {@code backfill}, {@code repeated}),
 * {@code visitwatch_ingest_dead_letters_total}, {@code visitwatch_ingest_commit_seconds},
 * {@code visitwatch_ingest_commit_failures_total}, {@code visitwatch_ingest_unreadable_state_total},
 * {@code visitwatch_ingest_push_total{outcome}}; the service itself adds
 * {@code visitwatch_ingest_feeds{health}}, {@code visitwatch_ingest_queue} and {@code visitwatch_ingest_runs}.
 */
final class IngestMetrics implements PollListener, OwnedPartition.Events {
    private static final Logger LOG = LoggerFactory.getLogger(IngestMetrics.class);
    private static final String PREFIX = "visitwatch.ingest.";

    private final MeterRegistry registry;
    private final Timer commits;
    private final Counter commitFailures;
    private final Counter letters;
    private final Counter unreadable;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.commits = registry.timer(PREFIX + "commit");
        this.commitFailures = registry.counter(PREFIX + "commit.failures");
        this.letters = registry.counter(PREFIX + "dead.letters");
        this.unreadable = registry.counter(PREFIX + "unreadable.state");
    }

    @Override
    public void polled(Feed feed, PollOutcome outcome, FeedState after) {
        count("polls", "outcome", name(outcome));
        if (outcome instanceof PollOutcome.Failed || outcome instanceof PollOutcome.Unreadable) {
            if (after.history().failures() == 1) {
                LOG.info(
                        "feed {} ({}): {}",
                        feed.id(),
                        feed.url(),
                        after.health().reason());
            } else {
                LOG.debug(
                        "feed {} ({}): {}",
                        feed.id(),
                        feed.url(),
                        after.health().reason());
            }
        }
    }

    void push(String outcome) {
        count("push", "outcome", outcome);
    }

    @Override
    public void page(Feed feed, String url, @Nullable Failed failure) {
        count("pages", "outcome", failure == null ? "fetched" : lower(failure.reason()));
        if (failure != null) {
            LOG.debug("page {} of feed {}: {}", url, feed.id(), failure.detail());
        }
    }

    @Override
    public void stored(OwnedPartition partition, OwnedPartition.Stored done) {
        commits.record(done.nanos(), TimeUnit.NANOSECONDS);
        letters.increment(done.letters());
        registry.counter(PREFIX + "articles", "kind", "repeated").increment(done.repeated());
        for (Article article : done.articles()) {
            count("articles", "kind", article.revision() > 0 ? "revision" : article.backfill() ? "backfill" : "new");
        }
    }

    @Override
    public void failed(OwnedPartition partition, Exception cause) {
        if (commitFailures.count() % 20 == 0) {
            LOG.warn(
                    "partition {} of the feeds cannot be written, trying again: {}",
                    partition.partition(),
                    cause.toString());
        }
        commitFailures.increment();
    }

    @Override
    public void unreadable(String source, Exception cause) {
        unreadable.increment();
        LOG.error("{} is unreadable and left out: {}", source, cause.toString());
    }

    private void count(String name, String tag, String value) {
        registry.counter(PREFIX + name, tag, value).increment();
    }

    private static String name(PollOutcome outcome) {
        if (outcome instanceof PollOutcome.Failed failed) {
            return lower(failed.failure().reason());
        }
        if (outcome instanceof PollOutcome.Unreadable unreadable) {
            return lower(unreadable.kind());
        }
        if (outcome instanceof PollOutcome.Unchanged same) {
            return same.notModified() ? "not_modified" : "same_body";
        }
        return "read";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
