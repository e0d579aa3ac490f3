package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.app.api.ApiData;
import io.visitwatch.app.api.ApiServer;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the feeds' states and the articles on their topics to the statement on its topic, over the API and as a number. */
class CoverageKeeperIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void statesADayAndRaisesAnAlarmWhenItsFeedsDie() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder))) {
            KafkaAccess access = new KafkaAccess(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new Topics("covered"),
                    TopicLayout.single(2));
            try (TopicAdmin admin = access.admin()) {
                admin.ensure(PATIENCE);
            }
            Board board = new Board();
            ApiSettings settings = new ApiSettings("127.0.0.1", 0, false, List.of(), List.of());
            ApiData data =
                    new ApiData(board, new Health(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), List::of);
            feeds(access, id -> FeedStates.read(id, NOON));
            send(access, access.topics().articles().name(), "a1", CoverageBookTest.article("a1", "ar", NOON, false));
            try (CoverageKeeper keeper = keeper(access);
                    BoardReader reader = BoardReader.start(access, board);
                    ApiServer api = ApiServer.start(settings, data, List.of())) {
                assertThat(keeper).isNotNull();
                assertThat(reader).isNotNull();
                await().atMost(PATIENCE)
                        .until(() -> "full".equals(today(api).path("level").asText()));
                await().atMost(PATIENCE)
                        .until(() -> today(api).at("/articles/ar").asInt() == 1);
                assertThat(level()).isZero();
                time.set(NOON.plusSeconds(3600));
                feeds(access, id -> FeedStates.failing(id, NOON, NOON.plusSeconds(3600)));
                await().atMost(PATIENCE)
                        .until(() -> "lost".equals(today(api).path("level").asText()));
                assertThat(today(api).path("gaps")).hasSize(3);
                await().atMost(PATIENCE).until(() -> level() == 2);
                time.set(Instant.parse("2026-03-03T00:01:00Z"));
                await().atMost(PATIENCE)
                        .until(() -> day(api, "2026-03-02").path("complete").asBoolean());
            }
        }
    }

    private CoverageKeeper keeper(KafkaAccess access) {
        return CoverageKeeper.start(access, List.of("baghdad"), meters, time::get, Duration.ofMillis(200));
    }

    private double level() {
        return meters.get("visitwatch.coverage.level")
                .tag("watch", "baghdad")
                .gauge()
                .value();
    }

    private interface States {
        FeedState of(String id);
    }

    private static void feeds(KafkaAccess access, States states) {
        for (String id : List.of("one", "two", "three")) {
            send(access, access.topics().feeds().name(), id, Map.of("id", id));
            send(access, access.topics().feedState().name(), id, states.of(id));
        }
        send(access, access.topics().feedState().name(), "#batch", Map.of("number", 1));
    }

    private static void send(KafkaAccess access, String topic, String key, Object value) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(new ProducerRecord<>(topic, key, Json.write(value).getBytes(StandardCharsets.UTF_8)));
        RecordSender.send(access, records, PATIENCE);
    }

    private static JsonNode today(ApiServer api) throws Exception {
        return day(api, "2026-03-02");
    }

    /** The statement of one day; an empty object when there is none. */
    private static JsonNode day(ApiServer api, String day) throws Exception {
        String body = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api.url() + "/api/v1/coverage?watch=baghdad"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        @Nullable JsonNode found = null;
        for (JsonNode item : Json.mapper().readTree(body).path("items")) {
            found = item.path("day").asText().equals(day) ? item : found;
        }
        return found == null ? Json.mapper().createObjectNode() : found;
    }
}
