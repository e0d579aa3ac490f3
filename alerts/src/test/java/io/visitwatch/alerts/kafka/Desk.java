package io.visitwatch.alerts.kafka;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A webhook that remembers each call, and outboxes that tell it, waiting a second for a group. */
final class Desk implements AutoCloseable {
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** One call the desk got. */
    record Told(String visit, String id, String attempt) {}

    Desk() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
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
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** All calls about a visit, in order. */
    List<Told> about(String visit) {
        return told.stream().filter(t -> t.visit().equals(visit)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** An outbox that tells the desk at {@code url}. */
    static NotifyService outbox(Map<String, Object> client, Topics topics, String url, NotifyLoop.Passed passed) {
        Receiver webhook = Receivers.create(
                new ReceiverConfig("desk", ReceiverKind.WEBHOOK, Map.of("url", url), Handling.OPEN),
                Desk::post,
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
                client,
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
}
