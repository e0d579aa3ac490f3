package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker killed between an alert and its receiver, on either side of the call. */
@Tag("faults")
class WebhookKilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void tellsAfterTheRestartWhatWasCommittedBeforeTheKill() throws Exception {
        int port = freePort();
        Setup setup = new Setup("before", port);
        try (ServiceProcess worker = setup.start("killed")) {
            await().atMost(PATIENCE)
                    .until(() -> setup.ledger.judge(setup.at.access(), PATIENCE).complete());
            worker.kill(); // nobody listens at the receiver's port yet
        }
        try (Receiver receiver = new Receiver(port);
                ServiceProcess worker = setup.start("again")) {
            await().atMost(PATIENCE).until(() -> receiver.ids().containsAll(setup.ids()));
            assertThat(worker.alive()).isTrue();
            assertThat(receiver.ids()).doesNotHaveDuplicates();
        }
    }

    @Test
    void repeatsUnderTheSameIdWhatTheReceiverHadBeforeTheKill() throws Exception {
        int port = freePort();
        Setup setup = new Setup("after", port);
        try (Receiver receiver = new Receiver(port)) {
            try (ServiceProcess worker = setup.start("killed")) {
                receiver.atFirst = worker::kill; // it has the message, the worker never hears so
                await().atMost(PATIENCE).until(() -> !worker.alive());
            }
            String first = receiver.told.get(0).id();
            try (ServiceProcess worker = setup.start("again")) {
                await().atMost(PATIENCE)
                        .until(() -> receiver.ids().containsAll(setup.ids())
                                && receiver.told.stream()
                                                .filter(t -> t.id().equals(first))
                                                .count()
                                        > 1);
                assertThat(worker.alive()).isTrue();
            }
            List<Told> repeats =
                    receiver.told.stream().filter(t -> t.id().equals(first)).toList();
            assertThat(repeats).hasSize(2);
            assertThat(repeats).extracting(Told::attempt).containsExactly("1", "2");
            assertThat(repeats.get(1).alerts()).isEqualTo(repeats.get(0).alerts());
            assertThat(receiver.told).extracting(Told::id).containsOnlyOnceElementsOf(others(receiver, first));
        }
    }

    private static List<String> others(Receiver receiver, String first) {
        return receiver.told.stream()
                .map(Told::id)
                .filter(id -> !id.equals(first))
                .distinct()
                .toList();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What one call brought. */
    private record Told(String id, String attempt, List<String> alerts) {}

    /** An installation with one webhook, and a dozen articles. */
    private final class Setup {
        final SharedBroker.Installation at;
        final AlertLedger ledger;

        Setup(String prefix, int port) throws Exception {
            at = SharedBroker.install(folder, prefix, """
                    fetch: {allow-private: [127.0.0.1], allow-ports: [%d]}
                    receivers:
                    - {name: desk, kind: webhook, settings: {url: 'http://127.0.0.1:%d/hook', secret: '${env:VISITWATCH_TEST_SECRET}'}}
                    routes:
                    - {receiver: desk}
                    """.formatted(port, port));
            List<Article> articles = Archive.of(6, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            ledger = AlertLedger.of(articles, at.config());
            Archive.send(at.access(), articles);
        }

        ServiceProcess start(String log) throws Exception {
            return at.run(log, "enrich", "alerts");
        }

        /** Alerts that the receiver must be told. */
        List<String> ids() {
            return ledger.visitsAnnounced();
        }
    }

    /** Takes every call, remembers it, and does something at the first one before it answers. */
    private static final class Receiver implements AutoCloseable {
        private final List<Told> told = new CopyOnWriteArrayList<>();
        private final HttpServer server;
        private volatile @Nullable Act atFirst;

        private interface Act {
            void run() throws Exception;
        }

        Receiver(int port) throws Exception {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
            server.createContext("/hook", exchange -> {
                List<String> alerts = new ArrayList<>();
                Json.mapper()
                        .readTree(exchange.getRequestBody())
                        .path("data")
                        .path("alerts")
                        .forEach(alert -> alerts.add(alert.path("id").asText()));
                told.add(new Told(
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        exchange.getRequestHeaders().getFirst("webhook-attempt"),
                        alerts));
                Act act = atFirst;
                if (told.size() == 1 && act != null) {
                    try {
                        act.run();
                    } catch (Exception e) {
                        throw new IOException(e);
                    }
                }
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }

        List<String> ids() {
            return told.stream().flatMap(each -> each.alerts().stream()).toList();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
