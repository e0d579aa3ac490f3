package io.visitwatch.app.replay.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.StreamsStep;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.kafka.EnrichTopology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.header.Header;

/** An instance that shares the reading of a replay somebody else leads. */
public final class ReplayHelper {
    private final ReplayScope scope;
    private final Enricher enricher;
    private final String rules;
    private final Duration patience;
    private final Waiting waiting = new Waiting();

    /**
     * A helper that has not begun.
     *
     * @param scope the replay to join
     * @param rules must be those of the leader
     * @param enricher made of these rules
     * @param patience how long to wait for the replay to begin
     */
    public ReplayHelper(ReplayScope scope, ReplayRules rules, Enricher enricher, Duration patience) {
        this.scope = scope;
        this.enricher = enricher;
        this.rules = rules.digest(enricher.dataVersion());
        this.patience = patience;
    }

    /**
     * Reads along until all is read.
     *
     * @param threads threads that read articles
     * @param states folder for the step's files
     * @throws BrokerException when the replay does not begin in time or has other rules
     */
    public void run(int threads, Path states) {
        KafkaAccess access = scope.reading();
        try (ScopeAdmin admin = new ScopeAdmin(scope)) {
            awaitBeginning(admin, access);
            refuseOtherRules(access);
            try (StreamsStep step = ScopeSteps.start(
                    ScopeSteps.ENRICH,
                    new EnrichTopology(access.topics(), enricher, new SimpleMeterRegistry()).get(),
                    access,
                    states,
                    threads,
                    false,
                    waiting)) {
                waiting.until(step::alive, () -> over(admin, access));
            }
        }
    }

    private void awaitBeginning(ScopeAdmin admin, KafkaAccess access) {
        String articles = access.topics().articles().name();
        long deadline = System.nanoTime() + patience.toNanos();
        waiting.until(() -> {
            if (System.nanoTime() > deadline) {
                throw new BrokerException(
                        BrokerException.Kind.ENVIRONMENT,
                        "no replay " + scope.name() + " on " + access.bootstrap() + " within " + patience.toSeconds()
                                + " s: start ./visitwatch replay --kafka --scope " + scope.name() + " there");
            }
            return admin.exists(articles) && isWritten(admin, articles);
        });
    }

    private static boolean over(ScopeAdmin admin, KafkaAccess access) {
        String clock = access.topics().clock().name();
        return !admin.exists(clock) || isWritten(admin, clock);
    }

    private static boolean isWritten(ScopeAdmin admin, String topic) {
        return admin.written(topic, IsolationLevel.READ_UNCOMMITTED).values().stream()
                .anyMatch(end -> end > 0);
    }

    private void refuseOtherRules(KafkaAccess access) {
        AtomicReference<String> theirs = new AtomicReference<>("");
        String articles = access.topics().articles().name();
        try (TopicReader reader = TopicReader.open(access, articles, patience)) {
            reader.readToEnd(entry -> {
                Header header = entry.headers().lastHeader(ArticleFeed.RULES_HEADER);
                theirs.set(header == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
                return false;
            });
        }
        if (!rules.equals(theirs.get())) {
            throw new BrokerException(
                    BrokerException.Kind.CONFIGURATION,
                    "replay " + scope.name() + " runs with other rules or data versions (" + theirs.get() + ", here "
                            + rules + "): give the same program, configuration and data");
        }
    }
}
