package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.Article;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a disk of its own that fills up: nearly, then to the last byte. Needs the right to mount. */
@Tag("faults")
class DiskFullIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final AtomicInteger items = new AtomicInteger(3);

    @SuppressWarnings("NullAway.Init")
    private HttpServer site;

    private Path disk() {
        return folder.resolve("disk");
    }

    @BeforeEach
    void mountAndServe() throws Exception {
        Files.createDirectories(disk());
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk().toString()) == 0, "no right to mount");
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        site.createContext("/", exchange -> {
            byte[] feed = feed().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void unmount() throws Exception {
        if (site != null) {
            site.stop(0);
        }
        run("umount", disk().toString());
    }

    @Test
    void pausesBeforeTheDiskIsFullAndLosesNothingWhenItIs() throws Exception {
        int port = site.getAddress().getPort();
        Path file = Files.writeString(folder.resolve("disk.yaml"), """
                alerts: {in-memory: true}
                fetch: {poll: 2s, poll-min: 1s, poll-max: 4s, pages: false, allow-private: [127.0.0.1], allow-ports: [%d]}
                feeds:
                - {url: 'http://127.0.0.1:%d/feed.xml', outlet: Disk News, pages: never}
                """.formatted(port, port));
        LoadedConfig config = new ConfigLoader(name -> null).load(file);
        Path data = disk().resolve("data");
        try (ServiceProcess service = start(file, data, "first")) {
            awaitArticles(config, data, service, 3);
            fill(8L << 20);
            await().atMost(PATIENCE).until(() -> service.said().contains("no feed is polled until there is more"));
            items.set(6);
            Thread.sleep(8_000);
            assertThat(articles(config, data)).hasSize(3);
            Files.delete(disk().resolve("filler"));
            awaitArticles(config, data, service, 6);
            fill(0);
            assertThat(service.exit(Duration.ofMinutes(3))).as(service.said()).isEqualTo(4);
            assertThat(service.said()).contains("check free space and permissions of its data folder");
        }
        Files.delete(disk().resolve("filler"));
        items.set(9);
        try (ServiceProcess service = start(file, data, "second")) {
            awaitArticles(config, data, service, 9);
            assertThat(articles(config, data)).doesNotHaveDuplicates().hasSize(9);
        }
    }

    @Test
    void saysWhyItCannotRestoreItsStoresAndRestoresThemWhenThereIsSpace() throws Exception {
        SharedBroker.Installation installed = SharedBroker.install(folder, "restore", "");
        Path data = disk().resolve("worker");
        SharedBroker.Installation onDisk =
                new SharedBroker.Installation(data, installed.file(), installed.config(), installed.access());
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Article> articles = new ArrayList<>(Archive.of(600, start));
        Archive.send(onDisk.access(), articles);
        try (ServiceProcess worker = onDisk.run("before", "enrich", "alerts")) {
            awaitSound(articles, onDisk, worker);
        }
        remove(data.resolve("streams"));
        fill(24L << 10); // room to begin, not to end
        try (ServiceProcess worker = onDisk.run("full", "enrich", "alerts")) {
            assertThat(worker.exit(PATIENCE)).as(worker.said()).isIn(1, 4);
            assertThat(worker.said())
                    .containsPattern("(?m)^visitwatch: .*(No space left on device|cannot write " + data + ")");
        }
        Files.delete(disk().resolve("filler"));
        // one more report of a visit that only restored stores know
        Article more = Archive.arrival(articles.size(), "Turkish foreign minister", start.plusSeconds(60));
        Archive.send(onDisk.access(), List.of(more));
        articles.add(more);
        try (ServiceProcess worker = onDisk.run("after", "enrich", "alerts")) {
            await().atMost(PATIENCE).until(() -> worker.said().contains("visitwatch: ready"));
            awaitSound(articles, onDisk, worker);
        }
    }

    private static void awaitSound(
            List<Article> articles, SharedBroker.Installation installation, ServiceProcess worker) throws IOException {
        AlertLedger ledger = AlertLedger.of(articles, installation.config());
        Duration window = Duration.ofHours(1);
        await().atMost(PATIENCE)
                .until(() -> !worker.alive()
                        || ledger.judge(installation.access(), window).complete());
        assertThat(worker.alive()).as(worker.said()).isTrue();
        AlertLedger.Verdict verdict = ledger.judge(installation.access(), window);
        assertThat(verdict.sound()).as(verdict.toString()).isTrue();
    }

    private static void remove(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private ServiceProcess start(Path file, Path data, String log) throws IOException {
        return ServiceProcess.start(
                folder.resolve(log),
                "--config",
                file.toString(),
                "--data",
                data.toString(),
                "run",
                "broker",
                "ingest",
                "alerts");
    }

    private static void awaitArticles(LoadedConfig config, Path data, ServiceProcess service, int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            assertThat(service.alive()).as(service.said()).isTrue();
            return Files.exists(data.resolve(KafkaAccess.ADDRESS_FILE))
                    && service.said().contains("visitwatch: ready")
                    && articles(config, data).size() >= count;
        });
    }

    private static List<String> articles(LoadedConfig config, Path data) {
        KafkaAccess access = KafkaAccess.find(null, config.config(), data);
        List<String> found = new ArrayList<>();
        try (TopicReader reader =
                TopicReader.open(access, access.topics().articles().name(), Duration.ofSeconds(30))) {
            reader.readToEnd(record -> found.add(record.key()));
        }
        return found;
    }

    /** Fills the disk but for {@code left} bytes. */
    private void fill(long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(disk().resolve("filler"))) {
            byte[] block = new byte[1 << 12];
            while (Files.getFileStore(disk()).getUsableSpace() > left + block.length) {
                out.write(block);
            }
            if (left == 0) {
                while (true) {
                    out.write(0);
                }
            }
        } catch (IOException e) {
            if (left > 0) {
                throw e;
            }
        }
    }

    private String feed() {
        StringBuilder out = new StringBuilder("<rss version=\"2.0\"><channel><title>Disk News</title>");
        for (int i = items.get(); i > 0; i--) {
            out.append("<item><guid isPermaLink=\"false\">d")
                    .append(i)
                    .append("</guid><title>Story ")
                    .append(i);
            out.append(" of the disk</title><link>http://disk.example/").append(i);
            out.append("</link><description>What story ").append(i).append(" says.</description></item>");
        }
        return out.append("</channel></rss>").toString();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
