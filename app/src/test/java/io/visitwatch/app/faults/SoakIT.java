package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole service for half an hour at fifty times the pace of forty outlets (some 400 stories an hour): memory, threads, open
 * files, meters and disk must not grow beyond what the stored articles need. {@code mvn verify -Psoak}; shorter with
 * {@code -Dsoak.minutes=N}.
 */
@Tag("soak")
class SoakIT {
    private static final int MINUTES = Integer.getInteger("soak.minutes", 30);
    private static final int FEEDS = 40;
    private static final double PER_SECOND = 50 * 400 / 3_600.0;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** One look. */
    private record Look(
            double heap, double rss, double threads, double files, double meters, double disk, double stored) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "heap %.0f MB, rss %.0f MB, threads %.0f, files %.0f, meters %.0f, disk %.1f MB, articles %.0f",
                    heap,
                    rss,
                    threads,
                    files,
                    meters,
                    disk,
                    stored);
        }
    }

    @Test
    void growsByNothingButTheArticlesItKeeps() throws Exception {
        Path data = folder.resolve("data");
        List<Look> looks = new ArrayList<>();
        try (SoakSite site = new SoakSite(FEEDS, PER_SECOND);
                ServiceProcess service = ServiceProcess.start(
                        folder.resolve("soak"),
                        "--config",
                        config(site).toString(),
                        "--data",
                        data.toString(),
                        "run",
                        "--api-port",
                        "0")) {
            await().atMost(Duration.ofMinutes(3)).until(() -> service.said().contains("visitwatch: ready"));
            Matcher api = Pattern.compile("API at (http\\S+)").matcher(service.said());
            assertThat(api.find()).isTrue();
            long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(Math.max(2_000, MINUTES * 1_000L));
                assertThat(service.alive()).as(service.said()).isTrue();
                looks.add(look(service.pid(), api.group(1), data));
                System.out.println("soak " + looks.size() + ": " + looks.get(looks.size() - 1) + ", published "
                        + site.published());
            }
            assertThat(looks.get(looks.size() - 1).stored())
                    .as("articles stored of " + site.published() + " published")
                    .isGreaterThan(0.9 * site.published() - 20 * PER_SECOND);
        }
        flat("heap", looks, Look::heap, 1.05, 5);
        flat("rss", looks, Look::rss, 1.15, 30);
        flat("threads", looks, Look::threads, 1.1, 4);
        flat("files", looks, Look::files, 1.1, 20);
        flat("meters", looks, Look::meters, 1.02, 10);
        flat("disk per article", looks, l -> l.disk() / l.stored(), 1.2, 0.01);
    }

    /** The last third is no higher than the second, but for a tolerance. */
    private static void flat(String what, List<Look> looks, ToDoubleFunction<Look> of, double factor, double slack) {
        int third = looks.size() / 3;
        double before = mean(looks.subList(third, 2 * third), of);
        double after = mean(looks.subList(2 * third, looks.size()), of);
        System.out.printf(Locale.ROOT, "soak: %s %.3f in the second third, %.3f in the last%n", what, before, after);
        assertThat(after).as(what).isLessThanOrEqualTo(before * factor + slack);
    }

    private static double mean(List<Look> looks, ToDoubleFunction<Look> of) {
        return looks.stream().mapToDouble(of).average().orElse(0);
    }

    /** What is reachable, not what has not been collected yet: garbage is collected before each look. */
    private static void collect(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        int exit = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).as("jcmd GC.run").isZero();
    }

    private static Look look(long pid, String api, Path data) throws Exception {
        collect(pid);
        String metrics = HTTP.send(
                        HttpRequest.newBuilder(URI.create(api + "/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String status = Files.readString(Path.of("/proc/" + pid + "/status"));
        double files;
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            files = open.count();
        }
        return new Look(
                sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\}") / (1 << 20),
                sum(status, "VmRSS:") / 1024,
                sum(status, "Threads:"),
                files,
                metrics.lines().filter(line -> !line.startsWith("#")).count(),
                disk(data),
                sum(metrics, "visitwatch_ingest_articles_total\\{kind=\"(?:new|revision|backfill)\"\\}"));
    }

    private static double sum(String text, String name) {
        Matcher matcher = Pattern.compile(name + "\\s+([0-9.E]+)").matcher(text);
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
        }
        return sum;
    }

    /** Megabytes that are really taken: files of the broker have holes. */
    private static double disk(Path data) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-sk", data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(du.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        du.waitFor();
        return Double.parseDouble(out.split("\\s", 2)[0]) / 1024;
    }

    private Path config(SoakSite site) throws IOException {
        StringBuilder yaml = new StringBuilder("fetch: {poll: 4s, poll-min: 2s, poll-max: 8s, host-delay: 0ms,"
                + " concurrency: 8, allow-private: [127.0.0.1], allow-ports: [" + site.port() + "]}\nfeeds:\n");
        for (int i = 0; i < FEEDS; i++) {
            yaml.append("- {url: '")
                    .append(site.feed(i))
                    .append("', outlet: Outlet ")
                    .append(i)
                    .append("}\n");
        }
        return Files.writeString(folder.resolve("soak.yaml"), yaml);
    }
}
