package io.visitwatch.app.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.app.cluster.Instance;
import io.visitwatch.app.cluster.Wire;
import io.visitwatch.model.wire.Json;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service with receivers under the eyes of Debian's Prometheus with the rules we ship, in which an hour or a minute is a second:
 * feeds stop, the process dies, and the rules say so. Part of the container suite, which installs what it needs.
 */
@ContainerTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class PrometheusIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path DOCKER = Cli.ROOT.resolve("docker");
    private static final Pattern NAME = Pattern.compile(
            "\\b(visitwatch_[a-z_]+|kafka_(stream|consumer)_[a-z_]+|jvm_memory_[a-z_]+|process_cpu_usage)\\b");

    @TempDir
    static Path folder;

    private static Wire wire;
    private static Instance service;
    private static Process prometheus;
    private static String url;
    private static String api;

    @BeforeAll
    static void watch() throws Exception {
        wire = Wire.open(3);
        service = Instance.start(folder.resolve("service"), wire.yaml("https://watched.example"), "--api-port", "0")
                .ready();
        Matcher address = Pattern.compile("API at http://(\\S+)").matcher(service.log());
        assertThat(address.find()).isTrue();
        api = address.group(1);
        url = "http://127.0.0.1:" + freePort();
        Files.writeString(
                folder.resolve("alerts.rules.yml"),
                Files.readString(DOCKER.resolve("alerts.rules.yml"))
                        .replaceAll("(for: |\\[)([0-9]+)[hm]", "$1$2s")
                        .replace("* 3600", "* 1"));
        String config = Files.readString(DOCKER.resolve("prometheus.yml")).replace("15s", "1s");
        Files.writeString(
                folder.resolve("prometheus.yml"),
                config.substring(0, config.indexOf("scrape_configs"))
                        + "scrape_configs:\n  - job_name: visitwatch\n    static_configs:\n      - targets: ['" + api
                        + "']\n");
        prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=" + url.substring("http://".length()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        prometheus.destroy();
        prometheus.waitFor();
        service.close();
        wire.close();
    }

    @Test
    @Order(1)
    void everyMetricThatRulesDashboardAndDocumentsNameIsServed() throws Exception {
        wire.write(12);
        await().atMost(Duration.ofMinutes(1)).until(() -> !wire.told().isEmpty());
        Set<String> named = new TreeSet<>();
        for (Path file : new Path[] {
            DOCKER.resolve("alerts.rules.yml"),
            DOCKER.resolve("grafana/visitwatch.json"),
            Cli.ROOT.resolve("docs/operations.md")
        }) {
            NAME.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group()));
        }
        String served = get("http://" + api + "/metrics");
        assertThat(named)
                .hasSizeGreaterThan(25)
                .allSatisfy(name -> assertThat(served).containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    @Order(2)
    void aQuietDayWakesNobody() throws Exception {
        for (int second = 0; second < 8; second++) {
            wire.write(3);
            Thread.sleep(1_000);
        }
        assertThat(query("sum(visitwatch_alert_latency_seconds_count)")).isPositive();
        assertThat(firing()).isEmpty();
    }

    @Test
    @Order(3)
    void aStoppedFeedIsNamed() throws Exception {
        wire.breakFeed(1, true);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    wire.write(3);
                    return firing().contains("VisitwatchFeedFails wire-1");
                });
        assertThat(firing()).doesNotContain("VisitwatchFeedFails wire-0", "VisitwatchNoNewArticles");
    }

    @Test
    @Order(4)
    void allFeedsStoppedIsAnEmergency() {
        wire.breakFeed(0, true);
        wire.breakFeed(2, true);
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> firing().containsAll(Set.of("VisitwatchNoNewArticles", "VisitwatchPollsFail")));
    }

    @Test
    @Order(5)
    void aDeadProcessIsMissed() throws Exception {
        service.kill();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> firing().contains("VisitwatchDown"));
    }

    /** Names of the alerts that fire, each with its feed if it has one. */
    private static Set<String> firing() throws Exception {
        Set<String> names = new TreeSet<>();
        Json.mapper().readTree(get(url + "/api/v1/alerts")).at("/data/alerts").forEach(alert -> {
            if (alert.path("state").asText().equals("firing")) {
                String feed = alert.at("/labels/feed").asText();
                names.add(alert.at("/labels/alertname").asText() + (feed.isEmpty() ? "" : " " + feed));
            }
        });
        return names;
    }

    private static double query(String expression) throws Exception {
        String answer = get(
                url + "/api/v1/query?query=" + expression.replace("(", "%28").replace(")", "%29"));
        return Json.mapper().readTree(answer).at("/data/result/0/value/1").asDouble();
    }

    private static String get(String address) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
