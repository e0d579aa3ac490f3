package io.visitwatch.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of everything under load, killed in turn without warning. In the build for half a minute; at full size with
 *
 * <pre>mvn verify -pl app -am -Dsurefire.skip -Dit.test=KilledInstancesIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *   -Dvisitwatch.kills.seconds=300 -Dvisitwatch.kills.every=20</pre>
 */
class KilledInstancesIT {
    private static final int SECONDS = Integer.getInteger("visitwatch.kills.seconds", 30);
    private static final int EVERY = Integer.getInteger("visitwatch.kills.every", 8);
    private static final int ITEMS_A_SECOND = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void loseNothingAndTellNothingTwice() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
                Wire wire = Wire.open(8)) {
            String kafka = "kafka: { bootstrap.servers: \"" + broker.bootstrapServers() + "\", partitions: 4 }\n";
            try (Instance a = start("a", kafka, wire);
                    Instance b = start("b", kafka, wire)) {
                List<Instance> both = List.of(a, b);
                wire.write(20);
                both.forEach(Instance::ready);
                int kills = load(wire, both);
                KafkaAccess access = KafkaAccess.to(
                        broker.bootstrapServers(),
                        new ConfigLoader(name -> null).defaults().config());
                String account = Reckoning.settle(wire, access, Duration.ofMinutes(4));
                System.out.println("killed " + kills + " times in " + SECONDS + " s: " + account);
                assertThat(kills).isGreaterThanOrEqualTo(SECONDS / EVERY);
            }
        }
    }

    private Instance start(String name, String kafka, Wire wire) throws Exception {
        return Instance.start(
                folder.resolve(name), kafka + wire.yaml("https://" + name + ".example"), "ingest", "enrich", "alerts");
    }

    /** Writes items all the while and kills one instance after the other; returns how often. */
    private static int load(Wire wire, List<Instance> instances) throws Exception {
        int kills = 0;
        for (int second = 1; second <= SECONDS; second++) {
            wire.write(ITEMS_A_SECOND);
            Thread.sleep(1_000);
            if (second % EVERY == 0) {
                Instance next = instances.get(kills++ % instances.size());
                next.kill();
                next.again();
            }
        }
        return kills;
    }
}
