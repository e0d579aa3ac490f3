package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.model.Article;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worker that tags articles and tells alerts is killed without a word, again and again, at random points; at the end the alerts
 * must be those of the pure functions, byte for byte. Size: {@code -Dfaults.kills=N -Dfaults.articles=N}; repeat a run with
 * {@code -Dfaults.seed=N}.
 */
@Tag("faults")
class WorkerKilledIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 50);
    private static final int ARTICLES = Integer.getInteger("faults.articles", 2_000);
    private static final Duration A_ROUND = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void tellsTheSameAlertsHoweverOftenTheWorkerIsKilled() throws Exception {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        Random random = new Random(seed);
        SharedBroker.Installation installation = SharedBroker.install(folder, "killed", "");
        KafkaAccess access = installation.access();
        List<Article> articles = Archive.of(ARTICLES, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        AlertLedger ledger = AlertLedger.of(articles, installation.config());
        assertThat(ledger.alerts()).isGreaterThan(ARTICLES / 20);
        Archive.send(access, articles);
        int early = 0;
        try (Admin admin = Admin.create(access.client())) {
            for (int round = 0; round < KILLS; round++) {
                long target = tagged(admin, access) + random.nextInt(2 * ARTICLES / KILLS + 1);
                boolean atStart = random.nextInt(6) == 0;
                try (ServiceProcess worker = installation.run("killed", "enrich", "alerts")) {
                    if (atStart) {
                        early++;
                        Thread.sleep(random.nextInt(3_000));
                    } else {
                        long end = System.nanoTime() + A_ROUND.toNanos();
                        while (tagged(admin, access) < target && System.nanoTime() < end && worker.alive()) {
                            Thread.sleep(20 + random.nextInt(30));
                        }
                        Thread.sleep(random.nextInt(150));
                    }
                    assertThat(worker.alive()).as(worker.said()).isTrue();
                    worker.kill();
                }
            }
            try (ServiceProcess last = installation.run("last", "enrich", "alerts")) {
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> !last.alive()
                                || ledger.judge(access, Duration.ofHours(1)).complete());
            }
        }
        AlertLedger.Verdict verdict = ledger.judge(access, Duration.ofHours(1));
        System.out.println("seed " + seed + ", kills " + KILLS + " (" + early + " while starting), articles "
                + ledger.articles() + ", alerts " + ledger.alerts() + ", " + verdict);
        assertThat(verdict.sound()).as("seed " + seed + ": " + verdict).isTrue();
    }

    /** End of the topic of tagged articles, committed or not. */
    private static long tagged(Admin admin, KafkaAccess access) throws Exception {
        TopicPartition partition =
                new TopicPartition(access.topics().taggedArticles().name(), 0);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }
}
