package io.visitwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.model.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on the embedded broker against the newsroom, once; every test looks at what came out. */
class DemoIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final LoadedConfig DEFAULTS = new ConfigLoader(name -> null).defaults();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Demo demo;

    private static final DemoTally TALLY = new DemoTally();

    @BeforeAll
    static void runToTheEnd() {
        demo = Demo.start(DEFAULTS, folder, DEFAULTS.config().api().withPort(0), InstantSource.system());
        try (DemoWatch watch = new DemoWatch(demo, TALLY, alert -> {})) {
            await().atMost(Duration.ofMinutes(3)).until(() -> watch.over(Duration.ofSeconds(3)));
        }
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void storesEveryStoryOnceAndTellsEachAlertOnce() {
        Harvest harvest = Harvest.of(access());
        assertThat(harvest.articleIds())
                .doesNotHaveDuplicates()
                .hasSize(NewsroomData.bundled().size());
        assertThat(harvest.taggedIds()).containsExactlyInAnyOrderElementsOf(harvest.articleIds());
        assertThat(harvest.alertIds()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(harvest.alertIds()).containsExactlyElementsOf(harvest.recomputedAlertIds());
        assertThat(harvest.deadLetters()).isEmpty();
    }

    @Test
    void findsTheVisitsThatTheNewsroomReports() {
        Outcome outcome = Outcome.of(Harvest.of(access()).visits());
        assertThat(outcome.missed()).as(outcome.toString()).isEmpty();
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.found()).isEqualTo(Outcome.EXPECTED);
    }

    @Test
    void writesAlertsThatAnyClientCanRead() {
        Harvest harvest = Harvest.of(access());
        assertThat(harvest.alertHeaders())
                .allSatisfy(headers -> assertThat(headers)
                        .containsEntry("ce_specversion", "1.0")
                        .containsEntry("ce_type", "io.visitwatch.alert.v1")
                        .containsEntry("content-type", "application/json")
                        .containsKeys("ce_id", "ce_source", "ce_subject", "ce_time", "ce_dataschema"));
    }

    @Test
    void servesVisitsAlertsAndHealth() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        var visits = Json.mapper().readTree(get("/api/v1/visits?limit=2").body());
        assertThat(visits.path("items")).hasSize(2);
        String next = visits.path("next").asText();
        var more = Json.mapper()
                .readTree(get("/api/v1/visits?limit=2&after=" + next).body());
        assertThat(more.path("items").path(0).path("id").asText())
                .isNotEqualTo(visits.path("items").path(0).path("id").asText());
        String id = visits.path("items").path(0).path("id").asText();
        assertThat(Json.mapper().readTree(get("/api/v1/visits/" + id).body()).path("sources"))
                .isNotEmpty();
        var chosen = Json.mapper()
                .readTree(get("/api/v1/alerts?change=NEW_VISIT&country=tr").body());
        assertThat(chosen.path("items"))
                .allSatisfy(alert -> assertThat(alert.path("change").asText()).isEqualTo("NEW_VISIT"));
        assertThat(get("/metrics").body()).contains("kafka_stream");
        assertThat(get("/alerts.atom").body()).contains("<feed");
        assertThat(get("/calendar.ics").body()).contains("BEGIN:VCALENDAR");
        assertThat(Json.mapper().readTree(get("/api/v1/feeds").body()).path("items"))
                .hasSize(NewsroomData.bundled().stories().size());
    }

    @Test
    void answersWhatItCannotServeWithAProblem() throws Exception {
        for (String path : List.of(
                "/nothing",
                "/api/v1/visits/none",
                "/api/v1/visits?limit=0",
                "/api/v1/alerts?change=WHAT",
                "/api/v1/visits?from=yesterday",
                "/api/v1/visits?after=none")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.headers().firstValue("content-type").orElse("")).contains("problem+json");
            assertThat(Json.mapper().readTree(answer.body()).path("detail").asText())
                    .isNotBlank();
        }
        assertThat(get("/readyz").headers().firstValue("x-content-type-options"))
                .contains("nosniff");
    }

    @Test
    void describesEveryRouteItServes() throws Exception {
        var paths = Json.mapper().readTree(get("/openapi.json").body()).path("paths");
        Set<String> missing = new TreeSet<>();
        for (var path : paths.properties()) {
            String concrete = path.getKey().replace("{id}", "x");
            if (!concrete.contains("stream") && get(concrete).body().contains("nothing at ")) {
                missing.add(path.getKey());
            }
        }
        assertThat(paths).hasSizeGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    @Test
    void resumesTheLiveStreamWhereAListenerStopped() throws Exception {
        List<String> all = listen("0:0", 3);
        assertThat(all).hasSize(3);
        List<String> rest = listen(all.get(1), 1);
        assertThat(rest).containsExactly(all.get(2));
    }

    @Test
    void refusesASecondServiceOnTheSameFolderByNamingTheFirst() {
        ServiceOptions second = ServiceOptions.of(DEFAULTS, io.visitwatch.app.run.Part.all(), folder);
        BrokerException refused = Assertions.catchThrowableOfType(
                BrokerException.class, () -> Service.start(second, InstantSource.system()));
        assertThat(refused.kind()).isEqualTo(BrokerException.Kind.LOCKED);
        assertThat(refused)
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    private static KafkaAccess access() {
        return demo.service().access();
    }

    private static String url(String path) {
        return Objects.requireNonNull(demo.service().apiUrl()) + path;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url(path))).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Ids of the first {@code count} events after {@code position}. */
    private static List<String> listen(String position, int count) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/api/v1/stream/alerts")))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", position)
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var lines = HTTP.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.filter(l -> l.startsWith("id:"))
                    .map(l -> l.substring(3).strip())
                    .limit(count)
                    .toList();
        }
    }
}
