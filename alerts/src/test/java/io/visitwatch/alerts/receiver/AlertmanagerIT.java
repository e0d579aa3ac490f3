package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's prometheus-alertmanager takes our alerts, and its own webhook says what version 4 of that payload is. Left out only where
 * the package is not installed.
 */
@SuppressWarnings("NullAway.Init")
class AlertmanagerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Process alertmanager;
    private static HttpServer hook;
    private static String base;
    private static final BlockingQueue<String> HOOKED = new LinkedBlockingQueue<>();

    @BeforeAll
    static void startAlertmanager() throws Exception {
        String program = program();
        Assumptions.assumeTrue(program != null, "prometheus-alertmanager is not installed");
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            HOOKED.add(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        hook.start();
        int port = freePort();
        base = "http://127.0.0.1:" + port;
        Path config = folder.resolve("alertmanager.yml");
        Files.writeString(config, """
                route: {receiver: desk, group_by: [visit], group_wait: 0s, group_interval: 1s}
                receivers:
                - name: desk
                  webhook_configs: [{url: 'http://127.0.0.1:%d/'}]
                """.formatted(hook.getAddress().getPort()));
        alertmanager = new ProcessBuilder(
                        program,
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> get("/-/ready").statusCode() == 200);
    }

    @AfterAll
    static void stopAlertmanager() throws Exception {
        if (alertmanager != null) {
            alertmanager.destroy();
            alertmanager.waitFor(10, TimeUnit.SECONDS);
            hook.stop(0);
        }
    }

    @Test
    void keepsAVisitAsOneAlertUntilItHasEnded() throws Exception {
        Alert arrival = now(Alerts.arrival().of("ends"));
        deliver(arrival);
        deliver(arrival);
        JsonNode kept = held("ends");
        assertThat(kept).hasSize(1);
        assertThat(kept.at("/0/status/state").asText()).isEqualTo("active");
        assertThat(kept.at("/0/labels/country").asText()).isEqualTo("TR");
        assertThat(kept.at("/0/labels/place").asText()).isEqualTo("baghdad");
        assertThat(kept.at("/0/annotations/summary").asText()).contains("Minister arrives");
        assertThat(Instant.parse(kept.at("/0/startsAt").asText()))
                .isEqualTo(arrival.visit().openedAt());
        deliver(now(Alerts.arrival().of("ends").with(VisitChange.STATUS_CHANGED, VisitStatus.ENDED)));
        assertThat(held("ends")).isEmpty();
    }

    @Test
    void takesWordsOfAnyKind() throws Exception {
        deliver(now(Alerts.arrival()
                .of("words")
                .saying("\"وصل\" <b>&\u202E", "وصل وزير الخارجية التركي إلى بغداد.\n\u0007")));
        assertThat(held("words").at("/0/annotations/description").asText())
                .contains("وصل وزير الخارجية التركي إلى بغداد.");
    }

    @Test
    void sendsTheSamePayloadOfVersionFourAsWeDo() throws Exception {
        Alert arrival = now(Alerts.arrival().of("payload"));
        deliver(arrival);
        JsonNode theirs = hooked("payload");
        JsonNode ours = Json.mapper()
                .readTree(new AlertmanagerForm(config("http://127.0.0.1/", ReceiverKind.ALERTMANAGER_WEBHOOK))
                        .webhook(ReceiverContract.notification(arrival))
                        .body());
        assertThat(ours.get("version")).isEqualTo(theirs.get("version"));
        assertThat(ours.get("status")).isEqualTo(theirs.get("status"));
        assertThat(ours.get("commonLabels")).isEqualTo(theirs.get("commonLabels"));
        assertThat(ours.get("commonAnnotations")).isEqualTo(theirs.get("commonAnnotations"));
        assertThat(form(ours)).isEqualTo(form(theirs));
        assertThat(form(ours.at("/alerts/0"))).isEqualTo(form(theirs.at("/alerts/0")));
        assertThat(ours.at("/alerts/0/endsAt")).isEqualTo(theirs.at("/alerts/0/endsAt"));
        assertThat(ours.at("/alerts/0/labels")).isEqualTo(theirs.at("/alerts/0/labels"));
    }

    @Test
    void refusesWhatIsNoAlertAndWeTryAgainLater() {
        Receiver receiver = Receivers.create(
                config(base + "/api/v2/nothing", ReceiverKind.ALERTMANAGER),
                ReceiverContract::post,
                InstantSource.system());
        assertThat(receiver.deliver(ReceiverContract.notification(now(Alerts.arrival()))))
                .isInstanceOf(DeliveryOutcome.Retry.class);
    }

    /** Names and kinds of an object's fields. */
    private static Map<String, String> form(JsonNode object) {
        Map<String, String> form = new TreeMap<>();
        object.properties()
                .forEach(f -> form.put(f.getKey(), f.getValue().getNodeType().name()));
        return form;
    }

    private static void deliver(Alert alert) {
        Receiver receiver = Receivers.create(
                config(base + "/api/v2/alerts", ReceiverKind.ALERTMANAGER),
                ReceiverContract::post,
                InstantSource.system());
        assertThat(receiver.deliver(ReceiverContract.notification(alert))).isEqualTo(new DeliveryOutcome.Delivered());
    }

    private static ReceiverConfig config(String url, ReceiverKind kind) {
        return new ReceiverConfig("desk", kind, Map.of("url", url), Handling.OPEN);
    }

    /** The alert as of a moment ago: Alertmanager goes by the machine's clock. */
    private static Alert now(Alerts alerts) {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(5);
        ObjectNode tree = Json.mapper().valueToTree(alerts.build());
        tree.put("at", moment.toString());
        ((ObjectNode) tree.get("visit")).put("openedAt", moment.minusSeconds(5).toString());
        return Json.mapper().convertValue(tree, Alert.class);
    }

    private static JsonNode held(String visit) throws Exception {
        return Json.mapper()
                .readTree(
                        get("/api/v2/alerts?filter=visit%3D%22" + visit + "%22").body());
    }

    /** What its webhook said of a visit. */
    private static JsonNode hooked(String visit) throws Exception {
        while (true) {
            @Nullable String body = HOOKED.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(body).as("a webhook call about " + visit).isNotNull();
            JsonNode payload = Json.mapper().readTree(body);
            if (payload.at("/groupLabels/visit").asText().equals(visit)) {
                return payload;
            }
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static @Nullable String program() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(String.valueOf(System.getenv("PATH")))
                .map(dir -> Path.of(dir, "prometheus-alertmanager"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
