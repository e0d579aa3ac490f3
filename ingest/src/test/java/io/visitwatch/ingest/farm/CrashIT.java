package io.visitwatch.ingest.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.Broker;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances share the feeds and are killed in turn, without a word, at random points; every item must be on the topic once.
 * Rounds: {@code -Dcrash.rounds=N}, of orderly restarts {@code -Dcrash.rolling=N}; the seed is printed.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** How an instance ends. */
    private interface End {
        void of(Process child) throws Exception;
    }

    @Test
    void behaviour25LosesAndRepeatsNothingWhenInstancesAreKilledWithoutAWord() throws Exception {
        endInTurn(ROUNDS, child -> child.destroyForcibly().waitFor());
    }

    @Test
    @Tag("faults")
    void losesAndRepeatsNothingInTenRollingRestarts() throws Exception {
        endInTurn(Integer.getInteger("crash.rolling", 10), child -> {
            child.getOutputStream().close(); // the word to stop in order
            assertThat(child.waitFor(90, TimeUnit.SECONDS)).isTrue(); // it may not even have started on a busy machine
        });
    }

    private void endInTurn(int rounds, End end) throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        long publish = 1_000L * (20 + 10L * rounds);
        try (Broker broker = new Broker();
                FeedFarm farm = new FeedFarm(60, 12, 7_000, publish)) {
            Topics topics = broker.topics("crash", 4);
            Path feeds = Files.writeString(folder.resolve("feeds.json"), Json.write(farm.subscriptions()));
            String bootstrap = Objects.toString(broker.client().get("bootstrap.servers"));
            Process[] pair = new Process[2];
            try {
                for (int round = 0; round <= rounds; round++) {
                    for (int i = 0; i < 2; i++) {
                        if (pair[i] == null || !pair[i].isAlive()) {
                            pair[i] = IngestChild.start(bootstrap, topics.prefix(), farm.port(), feeds);
                        }
                    }
                    Thread.sleep(5_000 + random.nextInt(6_000));
                    if (round < rounds) {
                        end.of(pair[random.nextInt(2)]);
                    }
                }
                await(broker, topics, farm, publish);
            } finally {
                for (Process child : pair) {
                    if (child != null) {
                        child.destroyForcibly().waitFor();
                    }
                }
            }
            check(farm, broker.articles(topics), seed);
        }
    }

    private static void await(Broker broker, Topics topics, FeedFarm farm, long publish) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos() + publish * 1_000_000;
        while (System.nanoTime() < end) {
            Set<String> missing = new HashSet<>(farm.expected().keySet());
            broker.articles(topics).forEach(a -> missing.remove(String.valueOf(a.url())));
            if (missing.isEmpty() && farm.age() > publish) {
                return;
            }
            Thread.sleep(1_000);
        }
    }

    private static void check(FeedFarm farm, List<Article> articles, long seed) {
        Set<String> once = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        articles.forEach(a -> (once.add(a.id() + "/" + a.revision()) ? once : twice).add(a.id() + "/" + a.revision()));
        Set<String> lost = new TreeSet<>(farm.expected().keySet());
        articles.forEach(a -> lost.remove(String.valueOf(a.url())));
        System.out.println("seed " + seed + ", expected "
                + farm.expected().size() + ", articles " + articles.size() + ", lost " + lost.size() + ", twice "
                + twice.size());
        assertThat(twice).as("twice, seed " + seed).isEmpty();
        assertThat(lost).as("lost, seed " + seed).isEmpty();
        assertThat(articles).hasSameSizeAs(farm.expected().keySet());
    }
}
