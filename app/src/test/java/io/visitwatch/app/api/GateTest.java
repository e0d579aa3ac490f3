package io.visitwatch.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Health;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final String TOKEN = "correct horse battery staple";

    @Test
    void refusesToListenToTheWorldWithoutTokenOrAWord() {
        assertThatThrownBy(() -> start(new ApiSettings("0.0.0.0", 0, false, List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api.tokens");
        start(new ApiSettings("0.0.0.0", 0, true, List.of(), List.of())).close();
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> start(new ApiSettings("127.0.0.1", port, false, List.of(), List.of())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("api.port");
        }
    }

    @Test
    void servesOnlyHostNamesOfItsOwn() throws Exception {
        try (ApiServer api = start(new ApiSettings("127.0.0.1", 0, false, List.of(), List.of("watch.example")))) {
            assertThat(status(api, "localhost", "")).isEqualTo(200);
            assertThat(status(api, "127.0.0.1", "")).isEqualTo(200);
            assertThat(status(api, "Watch.Example:80", "")).isEqualTo(200);
            assertThat(status(api, "rebound.attacker.example", "")).isEqualTo(421);
        }
    }

    @Test
    void asksForATokenBeyondThisMachine() throws Exception {
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
        ApiSettings settings =
                new ApiSettings("0.0.0.0", 0, false, List.of(new ApiSettings.Token("test", digest, false)), List.of());
        try (ApiServer api = start(settings)) {
            assertThat(status(api, "127.0.0.1", "")).isEqualTo(401);
            assertThat(status(api, "127.0.0.1", "Authorization: Bearer wrong\r\n"))
                    .isEqualTo(401);
            assertThat(status(api, "127.0.0.1", "Authorization: Bearer " + TOKEN + "\r\n"))
                    .isEqualTo(200);
            for (int i = 0; i < 10; i++) {
                status(api, "127.0.0.1", "Authorization: Bearer guess" + i + "\r\n");
            }
            assertThat(status(api, "127.0.0.1", "Authorization: Bearer " + TOKEN + "\r\n"))
                    .as("after too many guesses")
                    .isEqualTo(429);
        }
    }

    @Test
    void knowsNamesFromAddresses() {
        assertThat(Gate.hostName("[::1]:8095")).isEqualTo("::1");
        assertThat(Gate.hostName("LOCALHOST:8095")).isEqualTo("localhost");
        assertThat(Gate.hostName(null)).isEmpty();
        assertThat(Gate.addressLiteral("10.1.2.3")).isTrue();
        assertThat(Gate.addressLiteral("::1")).isTrue();
        assertThat(Gate.addressLiteral("10.1.2.3.example")).isFalse();
        assertThat(Gate.addressLiteral("")).isFalse();
    }

    private static ApiServer start(ApiSettings settings) {
        return ApiServer.start(
                settings,
                new ApiData(new Board(), new Health(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), List::of),
                List.of());
    }

    /** By hand: no client library sends a Host header that is not its own. */
    private static int status(ApiServer api, String host, String header) throws IOException {
        int port = URI.create(api.url()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request =
                    "GET /api/v1/visits HTTP/1.1\r\nHost: " + host + "\r\n" + header + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ", -1)[1]);
        }
    }
}
