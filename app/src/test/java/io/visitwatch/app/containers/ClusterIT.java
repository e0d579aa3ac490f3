package io.visitwatch.app.containers;

import io.visitwatch.app.cluster.Instance;
import io.visitwatch.app.cluster.Reckoning;
import io.visitwatch.app.cluster.Wire;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.run.KafkaAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers and two instances of each part while articles flow: one instance of each part is killed and comes back, a broker is
 * killed and comes back, then the instances are stopped and started in turn as an upgrade does. At the end the account is settled.
 */
@ContainerTest
@Tag("long")
class ClusterIT {
    private static final List<String> PARTS = List.of("ingest", "enrich", "alerts");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ScheduledExecutorService editor = Executors.newSingleThreadScheduledExecutor();

    @Test
    void losesNothingAndTellsNothingTwiceWhateverIsLost() throws Exception {
        List<Instance> all = new ArrayList<>();
        try (KafkaCluster kafka = KafkaCluster.start();
                Wire wire = Wire.open(6)) {
            String yaml = "kafka: { bootstrap.servers: \"" + kafka.bootstrap()
                    + "\", partitions: 4, replication: 3, min-in-sync: 2, wait: 2m }\n";
            try {
                for (String part : PARTS) {
                    for (int i = 1; i <= 2; i++) {
                        String name = part + "-" + i;
                        all.add(Instance.start(
                                folder.resolve(name), yaml + wire.yaml("https://" + name + ".example"), part));
                    }
                }
                all.forEach(Instance::ready);
                var unused = editor.scheduleAtFixedRate(() -> wire.write(3), 0, 1, TimeUnit.SECONDS);
                loseOneOfEach(all);
                loseABroker(kafka);
                upgrade(all);
                editor.shutdownNow();
                Path file = Files.writeString(folder.resolve("all.yaml"), yaml);
                KafkaAccess access = KafkaAccess.to(
                        kafka.bootstrap(),
                        new ConfigLoader(name -> null).load(file).config());
                System.out.println("cluster: " + Reckoning.settle(wire, access, Duration.ofMinutes(3)));
            } finally {
                editor.shutdownNow();
                all.forEach(Instance::close);
            }
        }
    }

    /** The second instance of each part has to do alone until the first is back. */
    private static void loseOneOfEach(List<Instance> all) throws Exception {
        for (int first = 0; first < all.size(); first += 2) {
            Thread.sleep(2_000);
            all.get(first).kill();
        }
        Thread.sleep(20_000); // longer than a session: the partitions have moved
        for (int first = 0; first < all.size(); first += 2) {
            all.get(first).again();
        }
        for (int first = 0; first < all.size(); first += 2) {
            all.get(first).ready();
        }
    }

    private static void loseABroker(KafkaCluster kafka) throws Exception {
        kafka.kill(1);
        Thread.sleep(15_000); // longer than a broker's session: its partitions are led by others
        kafka.again(1);
    }

    /** The first instance of each part, then the second, so that always one of each works. */
    private static void upgrade(List<Instance> all) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            List<Instance> these = new ArrayList<>();
            for (int i = turn; i < all.size(); i += 2) {
                these.add(all.get(i));
            }
            for (Instance each : these) {
                each.stop();
                each.again();
            }
            these.forEach(Instance::ready);
        }
    }
}
