package io.visitwatch.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.replay.Archives;
import io.visitwatch.app.run.AlertLog;
import io.visitwatch.app.run.Part;
import io.visitwatch.app.run.RecordSender;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.wire.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts reach whoever listens and whoever is to be told, beside 200 listeners that do not read and 1,000 silences. */
class CrowdIT {
    private static final Instant NOW = Instant.parse("2024-02-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aCrowdKeepsNoAlertFromAnybody() throws Exception {
        Set<String> told = ConcurrentHashMap.newKeySet();
        HttpServer desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/", exchange -> {
            Json.mapper()
                    .readTree(exchange.getRequestBody())
                    .at("/data/alerts")
                    .forEach(alert -> told.add(alert.path("id").asText()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        desk.start();
        try (Service service = Service.start(options(desk.getAddress().getPort()), () -> NOW);
                Listeners listeners = new Listeners()) {
            assertThat(service.awaitReady()).isTrue();
            String api = String.valueOf(service.apiUrl());
            listeners.silent(api, 200);
            listeners.listen(api, null);
            int reports = report(service);
            await().atMost(PATIENCE).until(() -> alerts(service).size() >= reports / 2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listeners.heard())
                            .hasSameSizeAs(alerts(service))
                            .hasSizeGreaterThan(10));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told)
                            .containsAll(alerts(service).stream()
                                    .filter(alert -> alert.change() == VisitChange.NEW_VISIT)
                                    .filter(alert -> !alert.backfill() && !turkish(alert))
                                    .map(Alert::id)
                                    .toList()));
            Set<String> silenced = alerts(service).stream()
                    .filter(CrowdIT::turkish)
                    .map(Alert::id)
                    .collect(Collectors.toSet());
            assertThat(silenced).isNotEmpty();
            assertThat(told).doesNotContainAnyElementsOf(silenced);
        } finally {
            desk.stop(0);
        }
    }

    private static int report(Service service) {
        Enricher enricher = Enricher.create(EnrichConfig.standard());
        List<ProducerRecord<String, byte[]>> records = Archives.articles(150).stream()
                .filter(article -> article.revision() == 0)
                .flatMap(article -> enricher.enrich(article).reports().stream())
                .map(report -> new ProducerRecord<>(
                        service.access().topics().visitReports().name(),
                        report.head().country(),
                        Json.write(report).getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(records).hasSizeGreaterThan(30);
        RecordSender.send(service.access(), records, Duration.ofSeconds(20));
        return records.size();
    }

    private static List<Alert> alerts(Service service) {
        return service.board().alerts().entries().stream()
                .map(AlertLog.Entry::alert)
                .toList();
    }

    private static boolean turkish(Alert alert) {
        return alert.visit().visitors().stream().anyMatch(v -> v.country().equals("TR"));
    }

    private ServiceOptions options(int port) throws Exception {
        StringBuilder yaml = new StringBuilder(String.format(
                Locale.ROOT,
                "api: {port: 0}%nfetch: {allow-private: [127.0.0.1], allow-ports: [%d]}%n"
                        + "receivers: [{name: desk, kind: webhook, settings: {url: 'http://127.0.0.1:%d/'}}]%n"
                        + "routes: [{receiver: desk}]%nsilences:%n",
                port,
                port));
        for (int i = 1; i < 1_000; i++) {
            yaml.append(String.format(
                    Locale.ROOT, "- {match: ['visitor=~\"Nobody %d.*\"'], until: '2030-01-01T00:00:00Z'}%n", i));
        }
        yaml.append("- {match: [country=TR], until: '2030-01-01T00:00:00Z'}\n");
        Path file = Files.writeString(folder.resolve("visitwatch.yaml"), yaml);
        LoadedConfig loaded = new ConfigLoader(name -> null).load(file);
        return ServiceOptions.of(loaded, EnumSet.of(Part.broker, Part.alerts, Part.api), folder.resolve("data"));
    }
}
