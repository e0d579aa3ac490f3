package io.visitwatch.app.replay.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.kafka.AlertsConfig;
import io.visitwatch.app.replay.DeadLetterFile;
import io.visitwatch.app.replay.EventSorter;
import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayEvent;
import io.visitwatch.app.replay.ReplayFolder;
import io.visitwatch.app.replay.ReplayResults;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.replay.ReplaySummary;
import io.visitwatch.app.replay.ReplayTally;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.StreamsStep;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.app.work.OrderedWork;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.kafka.EnrichTopology;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A replay through the topologies of the service, in a scope of its own. Articles are read by all instances that join; what they
 * claim is put in order here and led through the ledger. The results are those of {@link Replay}, byte for byte.
 */
public final class KafkaReplay {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ReplaySource> sources;
    private final ReplayFolder folder;
    private final ReplayRules rules;
    private final boolean inMemory;
    private final Enricher enricher;
    private final int threads;

    /**
     * A replay that has not begun.
     *
     * @param sources archives; their order changes nothing in the result
     * @param folder folder of the results
     * @param rules what decides the result
     * @param inMemory keep the ledger's stores on the heap instead of on disk
     * @param enricher made of these rules
     * @param threads threads of this instance that read articles; 0 leaves the reading to those that join
     */
    public KafkaReplay(
            List<ReplaySource> sources,
            ReplayFolder folder,
            ReplayRules rules,
            boolean inMemory,
            Enricher enricher,
            int threads) {
        this.sources = List.copyOf(sources);
        this.folder = folder;
        this.rules = rules;
        this.inMemory = inMemory;
        this.enricher = enricher;
        this.threads = threads;
    }

    /**
     * Runs it to the end and removes its topics and groups, also when it fails.
     *
     * @param takeOver remove what an interrupted run under this name left, rather than refuse a name in use
     * @throws BrokerException when the cluster does not allow it or the name is in use
     */
    public ReplaySummary run(ReplayScope scope, boolean takeOver, Replay.Listener listener) throws IOException {
        try (ScopeAdmin admin = new ScopeAdmin(scope)) {
            if (!takeOver && admin.exists(scope.reading().topics().articles().name())) {
                throw new BrokerException(
                        BrokerException.Kind.CONFIGURATION,
                        "a replay " + scope.name() + " runs on " + scope.live().bootstrap()
                                + ", or was interrupted there: take another --scope, or remove it with --fresh");
            }
            admin.remove();
            try (ScopeProducer producer = new ScopeProducer(scope.live());
                    EventSorter events = new EventSorter(folder.work(), "events", EventSorter.BUDGET);
                    DeadLetterFile dead = new DeadLetterFile(folder.deadLetters(), 0);
                    ReplayResults results = new ReplayResults(folder.out(), folder.work())) {
                return new Run(scope, admin, producer, events, dead, results).all(listener);
            } finally {
                admin.remove();
            }
        }
    }

    /** One run. */
    private final class Run {
        private final KafkaAccess reading;
        private final KafkaAccess ordered;
        private final ScopeAdmin admin;
        private final ScopeProducer producer;
        private final EventSorter events;
        private final DeadLetterFile dead;
        private final ReplayResults results;
        private final Waiting waiting = new Waiting();
        private final ReplayTally tally = new ReplayTally();

        Run(
                ReplayScope scope,
                ScopeAdmin admin,
                ScopeProducer producer,
                EventSorter events,
                DeadLetterFile dead,
                ReplayResults results) {
            this.reading = scope.reading();
            this.ordered = scope.ordered();
            this.admin = admin;
            this.producer = producer;
            this.events = events;
            this.dead = dead;
            this.results = results;
        }

        ReplaySummary all(Replay.Listener listener) throws IOException {
            long start = System.nanoTime();
            read(listener);
            double seconds = (System.nanoTime() - start) / 1e9;
            takeReports();
            takeDeadLetters(reading);
            OrderedLedger ledger = new OrderedLedger(ordered, admin, waiting);
            ledger.write(events.sorted(), tally.latest(), producer);
            ledger.run(new AlertsConfig(rules.ledger(), inMemory), folder);
            ledger.collect(folder, results);
            takeDeadLetters(ordered);
            results.finish();
            ReplaySummary summary = ReplaySummary.of(
                    tally,
                    results,
                    enricher.dataVersion(),
                    (System.nanoTime() - start) / 1e9,
                    tally.items() / Math.max(seconds, 1e-3));
            summary.write(folder.out());
            return summary;
        }

        private void read(Replay.Listener listener) throws IOException {
            Topics topics = reading.topics();
            admin.create(
                    reading,
                    List.of(
                            topics.articles(),
                            topics.taggedArticles(),
                            topics.visitReports(),
                            topics.clock(),
                            topics.deadLetters()),
                    Map.of());
            listener.resumed(0);
            if (threads == 0) {
                readAll(() -> true, listener);
            } else {
                try (StreamsStep step = startReading()) {
                    readAll(step::alive, listener);
                }
            }
            // Those that joined watch the clock of this scope: its first record says that all is read.
            Instant end = Objects.requireNonNullElse(tally.latest(), Instant.EPOCH);
            producer.send(new ProducerRecord<>(
                    topics.clock().name(),
                    "clock",
                    Json.write(new ClockTick(end)).getBytes(StandardCharsets.UTF_8)));
            producer.flush();
        }

        private void readAll(BooleanSupplier alive, Replay.Listener listener) throws IOException {
            ArticleFeed feed = new ArticleFeed(reading, rules.digest(enricher.dataVersion()), producer);
            try (OrderedWork pool = new OrderedWork(Math.max(1, threads))) {
                for (ReplaySource source : sources) {
                    feed.write(source, pool, tally, dead, share -> waiting.check());
                }
            }
            producer.flush();
            String group = ScopeSteps.group(reading, ScopeSteps.ENRICH);
            String topic = reading.topics().articles().name();
            long articles = tally.articles();
            long[] shown = {0};
            waiting.until(alive, () -> {
                long done = articles == 0 ? 0 : admin.processed(group, topic);
                for (; shown[0] < done; shown[0]++) {
                    listener.step((double) done / articles);
                }
                return done >= articles;
            });
        }

        private StreamsStep startReading() {
            return ScopeSteps.start(
                    ScopeSteps.ENRICH,
                    new EnrichTopology(reading.topics(), enricher, new SimpleMeterRegistry()).get(),
                    reading,
                    folder.work().resolve("streams"),
                    threads,
                    false,
                    waiting);
        }

        private void takeReports() {
            String topic = reading.topics().visitReports().name();
            admin.awaitDecided(topic, waiting);
            try (TopicReader reader = TopicReader.open(reading, topic, PATIENCE)) {
                reader.readToEnd(entry -> {
                    events.add(event(entry).line());
                    return true;
                });
            }
        }

        private ReplayEvent event(ConsumerRecord<String, byte[]> entry) {
            Header type = entry.headers().lastHeader("ce_type");
            boolean end = type != null && new String(type.value(), StandardCharsets.UTF_8).equals(Topics.READING_TYPE);
            try {
                if (end) {
                    return ReplayEvent.of(Json.mapper().readValue(entry.value(), ArticleReading.class));
                }
                tally.reports(1);
                return ReplayEvent.of(Json.mapper().readValue(entry.value(), VisitReport.class));
            } catch (IOException e) {
                throw new IllegalStateException("our own topology wrote what cannot be read: " + e.getMessage(), e);
            }
        }

        private void takeDeadLetters(KafkaAccess access) {
            String topic = access.topics().deadLetters().name();
            admin.awaitDecided(topic, waiting);
            try (TopicReader reader = TopicReader.open(access, topic, PATIENCE)) {
                reader.readToEnd(entry -> {
                    try {
                        dead.add(Json.mapper().readValue(entry.value(), DeadLetter.class));
                        tally.unreadable(1);
                    } catch (IOException e) {
                        throw new IllegalStateException("our own topology wrote what cannot be read", e);
                    }
                    return true;
                });
            }
        }
    }
}
