package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.model.Article;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker stopped in order, stopped twice, frozen, starved and refused: what it leaves is sound, and its exit code says why. */
@Tag("faults")
class WorkerSignalsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WINDOW = Duration.ofHours(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void stopsInOrderUnderLoadAndGoesOnWhereItStopped() throws Exception {
        Load load = new Load(folder, "sigterm", 600);
        ServiceProcess worker = load.start("first");
        load.awaitFirstTag(worker);
        long start = System.nanoTime();
        worker.signal("TERM");
        assertThat(worker.exit(Duration.ofSeconds(45))).isEqualTo(143);
        System.out.println("SIGTERM under load: ended after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        load.finish("second");
    }

    @Test
    void aSecondSignalTearsNothing() throws Exception {
        Load load = new Load(folder, "twice", 600);
        ServiceProcess worker = load.start("first");
        load.awaitFirstTag(worker);
        worker.signal("TERM");
        worker.signal("INT");
        worker.signal("TERM");
        assertThat(worker.exit(Duration.ofSeconds(45))).isIn(143, 130);
        load.finish("second");
    }

    @Test
    void aSecondSignalEndsAtOnceADrainThatHangs() throws Exception {
        Path data = folder.resolve("cluster");
        try (ServiceProcess cluster =
                ServiceProcess.start(folder.resolve("cluster-log"), "--data", data.toString(), "run", "broker")) {
            await().atMost(PATIENCE).until(() -> cluster.said().contains("visitwatch: ready"));
            String address = Files.readString(data.resolve(KafkaAccess.ADDRESS_FILE));
            Load load = new Load(SharedBroker.install(folder, address, "hangs", ""), 600);
            ServiceProcess worker = load.start("first");
            load.awaitFirstTag(worker);
            cluster.signal("STOP"); // nothing can be committed: the drain waits out its patience
            worker.signal("TERM");
            Thread.sleep(2_000);
            assertThat(worker.alive()).as("it drains").isTrue();
            long start = System.nanoTime();
            worker.signal("TERM"); // not INT: a shell's background jobs ignore it
            assertThat(worker.exit(Duration.ofSeconds(5))).isEqualTo(143);
            System.out.println("second signal: ended after " + (System.nanoTime() - start) / 1_000_000 + " ms");
            assertThat(worker.said()).contains("told to stop again");
            cluster.signal("CONT");
            load.finish("second");
        }
    }

    @Test
    void rejoinsAfterThirtySecondsOfStandstill() throws Exception {
        Load load = new Load(folder, "frozen", 900);
        try (ServiceProcess worker = load.start("frozen")) {
            load.awaitFirstTag(worker);
            worker.signal("STOP");
            Thread.sleep(30_000);
            worker.signal("CONT");
            await().atMost(PATIENCE).until(load::complete);
            assertThat(worker.alive()).as(worker.said()).isTrue();
        }
        load.check();
    }

    @Test
    void endsWithoutMemoryAndStartsCleanlyWithEnough() throws Exception {
        Load load = new Load(folder, "memory", 100);
        List<String> words = List.of(
                "--config",
                load.installation.file().toString(),
                "--data",
                load.installation.data().toString(),
                "run",
                "enrich",
                "alerts");
        try (ServiceProcess starved = ServiceProcess.start(
                folder.resolve("starved"), List.of(), List.of("-Xmx40m"), Map.of(), words.toArray(String[]::new))) {
            assertThat(starved.exit(PATIENCE)).as("the JVM's own code").isEqualTo(3);
            assertThat(starved.said()).contains("OutOfMemoryError");
        }
        load.finish("fed");
    }

    @Test
    void namesAStateFolderThatCannotBeWritten() throws Exception {
        Load load = new Load(folder, "readonly", 1);
        Files.createDirectories(load.installation.data());
        Files.writeString(load.installation.data().resolve("streams"), "a file in the way");
        try (ServiceProcess worker = load.start("refused")) {
            assertThat(worker.exit(PATIENCE)).isEqualTo(4);
            assertThat(worker.said())
                    .contains("cannot write " + load.installation.data().resolve("streams"))
                    .contains("as user ");
        }
    }

    @Test
    void namesALimitOfOpenFilesThatIsTooLow() throws Exception {
        try (ServiceProcess worker = ServiceProcess.start(
                folder.resolve("files"),
                List.of("prlimit", "--nofile=256:256"),
                List.of("-Xmx512m"),
                Map.of(),
                "--data",
                folder.resolve("data").toString(),
                "run",
                "--api-port",
                "0")) {
            assertThat(worker.exit(PATIENCE)).isEqualTo(4);
            assertThat(worker.said()).contains("256 files and needs 1024", "ulimit -n");
        }
    }

    @Test
    void neverTellsWrongFromADamagedStoreAndLeavesThatOfOthersAlone() throws Exception {
        Load load = new Load(folder, "damaged", 600);
        Path streams = load.installation.data().resolve("streams");
        Path foreign = streams.resolve("another-application/0_0/.checkpoint");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "not ours");
        ServiceProcess worker = load.start("first");
        load.awaitFirstTag(worker);
        Thread.sleep(3_000);
        worker.signal("TERM");
        worker.exit(Duration.ofSeconds(45));
        assertThat(flip(streams.resolve("damaged-alerts"))).as("damaged files").isPositive();
        boolean gaveUp;
        try (ServiceProcess damaged = load.start("damaged")) {
            await().atMost(PATIENCE).until(() -> load.complete() || !damaged.alive());
            gaveUp = !damaged.alive();
            assertThat(damaged.said()).as("what it says when it gives up").contains(gaveUp ? "visitwatch: " : "");
        }
        System.out.println("damaged store: " + (gaveUp ? "gave up" : "read or restored"));
        if (gaveUp) {
            try (Stream<Path> all = Files.walk(streams.resolve("damaged-alerts"))) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
            load.finish("restored");
        }
        load.check();
        assertThat(foreign).hasContent("not ours");
    }

    /** Flips bits in the middle of every file of a store that holds data. */
    private static int flip(Path store) throws Exception {
        int damaged = 0;
        try (Stream<Path> all = Files.walk(store)) {
            for (Path file :
                    all.filter(f -> f.toString().matches(".*\\.(sst|log)")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 64) {
                    for (int i = bytes.length / 4; i < 3 * bytes.length / 4; i += 7) {
                        bytes[i] ^= 0x55;
                    }
                    Files.write(file, bytes);
                    damaged++;
                }
            }
        }
        return damaged;
    }

    @Test
    void namesATemporaryFolderThatForbidsNativeCode() throws Exception {
        Load load = new Load(folder, "noexec", 1);
        Path tmp = Files.createDirectories(folder.resolve("tmp"));
        assumeTrue(
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64m,noexec", "tmpfs", tmp.toString())
                                .start()
                                .waitFor()
                        == 0,
                "no right to mount");
        try (ServiceProcess worker = ServiceProcess.start(
                folder.resolve("noexec"),
                List.of(),
                List.of("-Xmx512m", "-Djava.io.tmpdir=" + tmp),
                Map.of(),
                "--config",
                load.installation.file().toString(),
                "--data",
                load.installation.data().toString(),
                "run",
                "alerts")) {
            assertThat(worker.exit(PATIENCE)).isEqualTo(4);
            assertThat(worker.said()).contains("native library", tmp.toString(), "alerts.in-memory");
        } finally {
            new ProcessBuilder("umount", tmp.toString()).start().waitFor();
        }
    }

    /** Articles on a topic of their own, and what must come of them. */
    static final class Load {
        final SharedBroker.Installation installation;
        private final AlertLedger ledger;

        Load(Path folder, String prefix, int count) throws Exception {
            this(SharedBroker.install(folder, prefix, ""), count);
        }

        Load(SharedBroker.Installation installation, int count) throws Exception {
            this.installation = installation;
            List<Article> articles = Archive.of(count, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            ledger = AlertLedger.of(articles, installation.config());
            Archive.send(installation.access(), articles);
        }

        ServiceProcess start(String log) throws Exception {
            return installation.run(log, "enrich", "alerts");
        }

        void awaitFirstTag(ServiceProcess worker) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !worker.alive() || ledger.anyTagged(installation.access()));
            assertThat(worker.alive()).isTrue();
        }

        boolean complete() {
            return ledger.judge(installation.access(), WINDOW).complete();
        }

        /** Lets a new process do the rest, and holds the outcome against the ledger. */
        void finish(String log) throws Exception {
            try (ServiceProcess worker = start(log)) {
                await().atMost(PATIENCE).until(() -> complete() || !worker.alive());
                assertThat(worker.alive()).as(worker.said()).isTrue();
            }
            check();
        }

        void check() {
            AlertLedger.Verdict verdict = ledger.judge(installation.access(), WINDOW);
            assertThat(verdict.sound()).as(verdict.toString()).isTrue();
        }
    }
}
