package io.visitwatch.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States the coverage of the watched places on the topic {@code coverage} once a minute, when it differs from what the topic says:
 * one record per place and day. Follows the topics of feeds and articles; instances that do the same at once write the same.
 *
 * <p>When coverage falls it says so in the log, and {@code visitwatch_coverage_level{watch}} rises: 0 full, 1 reduced, 2 lost.
 */
final class CoverageKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CoverageKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaAccess access;
    private final Topics topics;
    private final InstantSource clock;
    private final List<String> watches;
    private final Map<String, Double> levels = new ConcurrentHashMap<>();
    private final List<TopicReader> readers = new ArrayList<>();
    private final List<Runnable> reads = new ArrayList<>();
    private final ScheduledExecutorService timer;
    private CoverageBook book;

    private CoverageKeeper(KafkaAccess access, List<String> watches, InstantSource clock) {
        this.access = access;
        this.topics = access.topics();
        this.watches = watches;
        this.clock = clock;
        this.book = new CoverageBook(watches);
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "coverage");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts stating.
     *
     * @param watches ids of the watched places
     */
    static CoverageKeeper start(KafkaAccess access, List<String> watches, MeterRegistry meters, InstantSource clock) {
        return start(access, watches, meters, clock, EVERY);
    }

    static CoverageKeeper start(
            KafkaAccess access, List<String> watches, MeterRegistry meters, InstantSource clock, Duration every) {
        CoverageKeeper keeper = new CoverageKeeper(access, watches, clock);
        for (String watch : watches) {
            Gauge.builder("visitwatch.coverage.level", keeper.levels, all -> all.getOrDefault(watch, Double.NaN))
                    .description("How far a watched place is covered: 0 full, 1 reduced, 2 lost")
                    .tag("watch", watch)
                    .register(meters);
        }
        var unused = keeper.timer.scheduleWithFixedDelay(keeper::turn, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return keeper;
    }

    private void turn() {
        try {
            Instant now = clock.instant();
            if (readers.isEmpty()) {
                open(now);
            }
            reads.forEach(Runnable::run);
            List<CoverageStatement> due = book.due(now);
            write(due, now);
            due.forEach(this::tell);
        } catch (BrokerException e) {
            LOG.warn("coverage is stated later: {}", e.getMessage());
            forget();
        } catch (RuntimeException e) {
            LOG.error("coverage is stated later", e); // none may end the timer
            forget();
        }
    }

    /** Only yesterday's and today's articles are counted: the days before have their statements. */
    private void open(Instant now) {
        follow(topics.coverage().name(), null, record -> read(record, CoverageStatement.class, book::stated));
        follow(topics.feeds().name(), null, record -> book.feed(record.key(), record.value() != null));
        follow(topics.feedState().name(), null, this::state);
        Instant yesterday = now.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .minusDays(1)
                .toInstant();
        follow(topics.articles().name(), yesterday, record -> read(record, Article.class, book::article));
    }

    private void follow(String topic, @Nullable Instant from, Consumer<ConsumerRecord<String, byte[]>> sink) {
        TopicReader reader = TopicReader.open(access, topic, PATIENCE);
        readers.add(reader);
        if (from != null) {
            reader.toTime(from);
        }
        reads.add(() -> reader.readToEnd(record -> {
            sink.accept(record);
            return true;
        }));
    }

    /** A feed's state, past the other records of its topic, whose keys hold a {@code #}. */
    private void state(ConsumerRecord<String, byte[]> record) {
        if (record.key().indexOf('#') >= 0) {
            return;
        }
        if (record.value() == null) {
            book.state(record.key(), null);
        } else {
            read(record, FeedState.class, state -> book.state(record.key(), state));
        }
    }

    private static <T> void read(ConsumerRecord<String, byte[]> record, Class<T> type, Consumer<T> sink) {
        if (record.value() == null) {
            return;
        }
        try {
            sink.accept(Json.read(new String(record.value(), StandardCharsets.UTF_8), type));
        } catch (JsonProcessingException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("unreadable record left out of the coverage: {}", e.getOriginalMessage());
        }
    }

    private void write(List<CoverageStatement> due, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (CoverageStatement statement : due) {
            byte[] value = Json.write(statement).getBytes(StandardCharsets.UTF_8);
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topics.coverage().name(), statement.key(), value);
            CloudEventHeaders.put(
                    record.headers(), "coverage-statement", statement.key() + "-" + now, "app", statement.key(), now);
            records.add(record);
        }
        RecordSender.send(access, records, PATIENCE);
    }

    private void tell(CoverageStatement statement) {
        double level = statement.level().severity();
        Double before = levels.put(statement.watch(), level);
        if (statement.fell() && (before == null || before < level)) {
            LOG.warn("{}", statement.summary());
        } else if (before != null && before > level) {
            LOG.info("{}", statement.summary());
        }
    }

    private void forget() {
        readers.forEach(TopicReader::close);
        readers.clear();
        reads.clear();
        book = new CoverageBook(watches);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (timer.awaitTermination(5, TimeUnit.SECONDS)) {
                forget();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
