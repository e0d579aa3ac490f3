package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.sse.SseClient;
import io.visitwatch.app.run.Board;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The live stream of alerts (server-sent events).
 *
 * <p>Each client has a queue and a thread of its own, so that one who stopped reading holds up nobody. Whoever falls too far behind
 * is let go and comes back with the {@code Last-Event-ID} it saw last.
 */
final class SseClients implements ApiModule, AutoCloseable {
    static final int MOST_CLIENTS = 500;
    private static final int MOST_WAITING = 5_000;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final String RETRY = "retry";

    private final Board board;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    SseClients(Board board) {
        this.board = board;
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.sse("/api/v1/stream/alerts", this::accept);
    }

    private void accept(SseClient sse) {
        if (clients.size() >= MOST_CLIENTS) {
            sse.sendEvent("error", "too many listeners, come back later");
            sse.close();
            return;
        }
        Predicate<Alert> filter = AlertRoutes.filter(sse.ctx());
        @Nullable String header = sse.ctx().header("Last-Event-ID");
        @Nullable String position = header != null ? header : sse.ctx().queryParam("lastEventId");
        sse.keepAlive();
        Client client = new Client(sse, filter);
        clients.add(client);
        client.unsubscribe = board.subscribe(position, client::offer);
        sse.onClose(client::stop);
        client.thread.start();
    }

    @Override
    public void close() {
        closing = true;
        clients.forEach(Client::stop);
    }

    /** One listener. */
    private final class Client {
        private final SseClient sse;
        private final Predicate<Alert> filter;
        private final BlockingQueue<Board.Entry> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
        private final Thread thread = new Thread(this::send, "sse-client");
        private volatile Runnable unsubscribe = () -> {};
        private volatile boolean stopped;

        Client(SseClient sse, Predicate<Alert> filter) {
            this.sse = sse;
            this.filter = filter;
            thread.setDaemon(true);
        }

        void offer(Board.Entry entry) {
            if (filter.test(entry.alert()) && !waiting.offer(entry)) {
                stop();
            }
        }

        void stop() {
            stopped = true;
            unsubscribe.run();
            clients.remove(this);
            thread.interrupt();
        }

        private void send() {
            try {
                sse.sendComment(RETRY + " in a few seconds when this ends");
                while (!stopped && !closing && !sse.terminated()) {
                    Board.Entry entry = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                    if (entry == null) {
                        sse.sendComment("still here");
                    } else {
                        sse.sendEvent("alert", Json.write(entry.alert()), entry.position());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                stop();
                sse.close();
            }
        }
    }
}
