package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every receiver that takes a POST must do; each kind's test extends it and adds what is its own. */
abstract class ReceiverContract {
    private HttpServer server;
    private int status = 200;
    private Map<String, String> answerHeaders = new HashMap<>();
    final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    /** Kind under test. */
    abstract ReceiverKind kind();

    /** Its settings, for a server at {@code base}. */
    abstract Map<String, String> settings(String base);

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            received.add(new Received(
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answerHeaders.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void tellsTheVisitInValidJson() throws Exception {
        assertThat(deliver(Alerts.arrival().build())).isInstanceOf(DeliveryOutcome.Delivered.class);
        JsonNode body = Json.mapper().readTree(received.take().body());
        assertThat(body.toString()).contains("Kemal Aydin");
    }

    @Test
    void triesAgainLaterAfterAFailure() {
        status = 503;
        answerHeaders = Map.of("Retry-After", "120");
        assertThat(deliver(Alerts.arrival().build()))
                .isEqualTo(new DeliveryOutcome.Retry("answered 503", Duration.ofMinutes(2)));
    }

    @Test
    void doesNotFollowARedirect() {
        status = 302;
        answerHeaders = Map.of("Location", "http://127.0.0.1:9/");
        assertThat(deliver(Alerts.arrival().build())).isEqualTo(new DeliveryOutcome.Retry("answered 302", null));
    }

    @Test
    void isGoneAfter410() {
        status = 410;
        assertThat(deliver(Alerts.arrival().build())).isInstanceOf(DeliveryOutcome.Gone.class);
    }

    @Test
    void triesAgainWhenNobodyAnswers() {
        server.stop(0);
        assertThat(deliver(Alerts.arrival().build())).isInstanceOf(DeliveryOutcome.Retry.class);
    }

    @Test
    void showsAHostileTitleHarmlessly() throws Exception {
        Alert hostile = Alerts.arrival()
                .saying("<script>alert(1)</script> *x* [a](javascript:b) \u202Ecod\u0007", "a \"quote\" & <b>\nnext")
                .build();
        assertThat(deliver(hostile)).isInstanceOf(DeliveryOutcome.Delivered.class);
        assertHarmless(received.take().body());
    }

    /** What must not stand in the body; kinds that carry the bare alert as data say so by overriding. */
    void assertHarmless(String body) throws IOException {
        assertThat(Json.mapper().readTree(body).isContainerNode()).isTrue();
        assertThat(body).doesNotContain("\u202E", "\\u0007");
    }

    @Test
    void staysWithinWhatItsReceiverTakes() throws Exception {
        for (String word : List.of("وصل الوزير إلى بغداد ", "*_`~[a](b)\\\\ ", "<&>\"' ", "一二三四五 ", "\uD83D\uDEEC ")) {
            Notification group = notification(Alerts.arrival()
                    .saying(word.repeat(1_000), word.repeat(1_000))
                    .build());
            for (int visit = 2; visit <= 40; visit++) {
                group = group.plus(Alerts.arrival()
                        .of("v" + visit)
                        .saying(word.repeat(1_000), word.repeat(1_000))
                        .build());
            }
            assertThat(receiver().deliver(group)).isInstanceOf(DeliveryOutcome.Delivered.class);
            String body = received.take().body();
            assertTaken(Json.mapper().readTree(body), body.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    /** What the receiver's documentation allows; kinds that carry the bare alerts as data know no limit. */
    void assertTaken(JsonNode body, int bytes) {
        assertThat(bytes).isPositive();
        assertThat(body.isContainerNode()).isTrue();
    }

    @Test
    void namesTheMissingSetting() {
        String required = kind().required().stream().sorted().findFirst().orElseThrow();
        Map<String, String> incomplete = new HashMap<>(settings("http://127.0.0.1"));
        incomplete.remove(required);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new ReceiverConfig("desk", kind(), incomplete, Handling.OPEN)))
                .hasMessageContaining("desk")
                .hasMessageContaining(required);
    }

    DeliveryOutcome deliver(Alert alert) {
        return receiver().deliver(notification(alert));
    }

    Receiver receiver() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        ReceiverConfig config = new ReceiverConfig("desk", kind(), settings(base), Handling.OPEN);
        return Receivers.create(config, ReceiverContract::post, InstantSource.system());
    }

    static Notification notification(Alert alert) {
        return Notification.first("desk", "", "route root", alert, Alerts.AT, Alerts.AT)
                .trying();
    }

    static HttpSender.Reply post(HttpMessage message) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(message.url()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message.body()));
        message.headers().forEach(request::header);
        try {
            HttpResponse<Void> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
            return new HttpSender.Reply(
                    response.statusCode(),
                    response.headers().firstValue("retry-after").orElse(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** One request the server saw. */
    record Received(String path, Map<String, String> headers, String body) {}

    /** A list of the kinds whose form this contract covers, for the test that none is forgotten. */
    static final List<ReceiverKind> BY_POST = List.of(
            ReceiverKind.WEBHOOK,
            ReceiverKind.ALERTMANAGER,
            ReceiverKind.ALERTMANAGER_WEBHOOK,
            ReceiverKind.SLACK,
            ReceiverKind.MATTERMOST,
            ReceiverKind.TEAMS,
            ReceiverKind.DISCORD,
            ReceiverKind.TELEGRAM,
            ReceiverKind.NTFY);
}
