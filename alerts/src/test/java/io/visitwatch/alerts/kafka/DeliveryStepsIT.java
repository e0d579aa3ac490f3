package io.visitwatch.alerts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.receiver.HttpMessage;
import io.visitwatch.alerts.receiver.HttpSender;
import io.visitwatch.alerts.receiver.Receiver;
import io.visitwatch.alerts.receiver.ReceiverConfig;
import io.visitwatch.alerts.receiver.ReceiverKind;
import io.visitwatch.alerts.receiver.Receivers;
import io.visitwatch.alerts.route.Matchers;
import io.visitwatch.alerts.route.Route;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The outbox dies between any two steps of one delivery, from the alert taken to the delivery marked, with all it had in memory and
 * its open transaction: nothing is lost, and what is repeated carries the same id. {@code WebhookKilledIT} kills the whole process
 * on either side of the call.
 */
@SuppressWarnings("NullAway.Init")
class DeliveryStepsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    private final List<Told> told = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(BrokerConfig.in(folder));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    /** The steps of one delivery in order, and how often the receiver hears of the alert when the process dies there. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "1, alert taken, 1",
        "2, notification written, 1",
        "3, position written, 1",
        "4, notification committed, 1",
        "5, try decided, 1",
        "6, try written, 1",
        "7, position written with the try, 1",
        "8, try committed, 1",
        "9, receiver about to be called, 1",
        "10, receiver answered, 2",
        "11, outcome decided, 2",
        "12, outcome written, 2",
        "13, position written with the outcome, 2",
        "14, outcome committed, 1"
    })
    void losesNothingAndRepeatsUnderOneIdWhereverItDies(int step, String where, int times) throws Exception {
        Topics topics = new Topics("killed" + step);
        try (TopicAdmin admin = TopicAdmin.open(
                Map.of("bootstrap.servers", broker.bootstrapServers()), topics, TopicLayout.single(1))) {
            admin.ensure(PATIENCE);
        }
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String visit = Json.mapper()
                    .readTree(exchange.getRequestBody())
                    .at("/data/alerts/0/visit/id")
                    .asText();
            told.add(new Told(
                    visit,
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-attempt")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        try {
            publish(topics, Alerts.arrival().of("v1").build());
            AtomicInteger steps = new AtomicInteger();
            AtomicBoolean died = new AtomicBoolean();
            try (NotifyService service = start(topics, url, passed -> {
                if (steps.incrementAndGet() == step) {
                    died.set(true);
                    throw new Death();
                }
            })) {
                await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilTrue(died);
                assertThat(service).isNotNull();
            }
            publish(topics, Alerts.arrival().of("v2").build());
            try (NotifyService service = start(topics, url, passed -> {})) {
                await().dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .until(() -> told.stream().map(Told::visit).toList().containsAll(List.of("v1", "v2")));
                await().dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .until(() -> service.open().isEmpty());
            }
        } finally {
            receiver.stop(0);
        }
        List<Told> first = told.stream().filter(t -> t.visit().equals("v1")).toList();
        assertThat(first).as(where).hasSize(times);
        assertThat(first).extracting(Told::id).containsOnly(first.get(0).id());
        assertThat(first).extracting(Told::attempt).doesNotHaveDuplicates();
        assertThat(told).filteredOn(t -> t.visit().equals("v2")).hasSize(1);
    }

    /** An outbox with one webhook that waits a second for a group. */
    private static NotifyService start(Topics topics, String url, NotifyLoop.Passed passed) {
        Receiver webhook = Receivers.create(
                new ReceiverConfig("desk", ReceiverKind.WEBHOOK, Map.of("url", url), Handling.OPEN),
                DeliveryStepsIT::post,
                InstantSource.system());
        Route root = new Route(
                "root",
                "desk",
                Matchers.ANY,
                false,
                List.of("visit"),
                Duration.ofSeconds(1),
                null,
                List.of(),
                List.of());
        Routing routing = new Routing(root, List.of(), List.of(), Map.of(), Routing.QUIET_BY_DEFAULT);
        return NotifyService.start(
                NotifyConfig.of(routing, List.of(webhook), "test"),
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                topics,
                new SimpleMeterRegistry(),
                InstantSource.system(),
                passed);
    }

    private static HttpSender.Reply post(HttpMessage message) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(message.url()))
                .POST(HttpRequest.BodyPublishers.ofString(message.body()));
        message.headers().forEach(request::header);
        try {
            return new HttpSender.Reply(
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode(),
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Ends a life of the outbox where it is thrown: no handler knows it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static void publish(Topics topics, Alert alert) {
        try (KafkaProducer<String, Alert> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                topics.alerts().keys().serializer(),
                topics.alerts().values().serializer())) {
            var unused = producer.send(
                    new ProducerRecord<>(topics.alerts().name(), alert.visit().id(), alert));
        }
    }

    /** One call the receiver got. */
    private record Told(String visit, String id, String attempt) {}
}
