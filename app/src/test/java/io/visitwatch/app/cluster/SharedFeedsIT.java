package io.visitwatch.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of ingest share the feeds; one ends, in order or not, and the other minds them all. */
class SharedFeedsIT {
    private static final int FEEDS = 8;

    /** How long a dead member's feeds wait: its session, the group's reshuffle and one poll. */
    private static final Duration FAIL_OVER = Duration.ofSeconds(45);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void noFeedIsPolledByTwoAndNoneIsForgotten() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
                Wire wire = Wire.open(FEEDS)) {
            String kafka = "kafka: { bootstrap.servers: \"" + broker.bootstrapServers() + "\", partitions: 6 }\n";
            try (Instance a = start("a", kafka, wire).ready();
                    Instance b = start("b", kafka, wire).ready()) {
                wire.write(FEEDS);
                await().atMost(Duration.ofMinutes(1)).until(() -> shared(wire, Duration.ofSeconds(6)));
                a.kill();
                Instant killed = Instant.now();
                await().atMost(FAIL_OVER).until(() -> pollers(wire, killed, "b").equals(all()));
                a.again().ready();
                await().atMost(Duration.ofMinutes(1)).until(() -> shared(wire, Duration.ofSeconds(6)));
                b.stop();
                Instant stopped = Instant.now();
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> pollers(wire, stopped, "a").equals(all()));
            }
        }
    }

    private Instance start(String name, String kafka, Wire wire) throws Exception {
        return Instance.start(folder.resolve(name), kafka + wire.yaml("https://" + name + ".example"), "ingest");
    }

    /** Whether in the last moments every feed was asked for, each by one instance alone, and both had some. */
    private static boolean shared(Wire wire, Duration moments) throws InterruptedException {
        Instant since = Instant.now();
        Thread.sleep(moments.toMillis());
        Set<Integer> byA = pollers(wire, since, "a");
        Set<Integer> byB = pollers(wire, since, "b");
        boolean both = !byA.isEmpty() && !byB.isEmpty() && byA.size() + byB.size() == FEEDS;
        if (both) {
            assertThat(byA).doesNotContainAnyElementsOf(byB);
        }
        return both;
    }

    private static Set<Integer> all() {
        return java.util.stream.IntStream.range(0, FEEDS).boxed().collect(Collectors.toSet());
    }

    private static Set<Integer> pollers(Wire wire, Instant since, String instance) {
        List<Wire.Asked> asked = wire.asked();
        return asked.stream()
                .filter(ask -> ask.at().isAfter(since) && ask.by().contains("//" + instance + ".example"))
                .map(Wire.Asked::feed)
                .collect(Collectors.toSet());
    }
}
