package io.visitwatch.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Health;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every answer carries, and what becomes of listeners that vanish. */
class HeadersTest {
    private static final ApiSettings SETTINGS = new ApiSettings("127.0.0.1", 0, false, List.of(), List.of());

    @Test
    void everyAnswerTellsTheBrowserToTrustNothingElse() throws Exception {
        try (ApiServer api = start()) {
            for (String path : List.of("/api/v1/visits", "/readyz", "/nothing", "/api/v1/visits?limit=0", "/metrics")) {
                HttpHeaders headers = get(api, path).headers();
                assertThat(headers.firstValue("content-security-policy").orElse(""))
                        .as(path)
                        .contains(
                                "default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe-inline")
                        .doesNotContain("unsafe-eval");
                assertThat(headers.firstValue("x-content-type-options"))
                        .as(path)
                        .contains("nosniff");
                assertThat(headers.firstValue("x-frame-options")).as(path).contains("DENY");
                assertThat(headers.firstValue("referrer-policy")).as(path).contains("no-referrer");
                assertThat(headers.firstValue("access-control-allow-origin"))
                        .as(path)
                        .isEmpty();
                assertThat(headers.firstValue("set-cookie")).as(path).isEmpty();
            }
        }
    }

    @Test
    void listenersThatVanishLeaveRoomForOthers() throws Exception {
        try (ApiServer api = start()) {
            int port = URI.create(api.url()).getPort();
            for (int round = 0; round < 3; round++) {
                List<Socket> listeners = new ArrayList<>();
                for (int i = 0; i < 150; i++) {
                    listeners.add(listen(port));
                }
                for (Socket listener : listeners) {
                    listener.setSoLinger(true, 0); // gone without a word
                    listener.close();
                }
                assertThat(get(api, "/readyz").statusCode()).isIn(200, 503);
            }
            // threads of listeners that are gone end at their next heartbeat
            await().atMost(java.time.Duration.ofSeconds(60))
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                                    .filter(t -> t.getName().equals("sse-client"))
                                    .count()
                            < 5);
        }
    }

    private static Socket listen(int port) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write("GET /api/v1/stream/alerts HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isPositive();
        return socket;
    }

    private static HttpResponse<String> get(ApiServer api, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static ApiServer start() {
        return ApiServer.start(
                SETTINGS,
                new ApiData(new Board(), new Health(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), List::of),
                List.of());
    }
}
