package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.sse.SseClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.app.run.AlertLog;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The live stream of alerts (server-sent events).
 *
 * <p>Each client has a thread and a place in the log of alerts, and nothing else: one who stopped reading holds up nobody and keeps
 * nothing in memory. His connection is closed once a write has not moved for the time an idle connection is given, or once the log no
 * longer holds what he is to read next; he comes back with the {@code Last-Event-ID} he saw last.
 */
final class SseClients implements ApiModule, AutoCloseable {
    static final int MOST_CLIENTS = 500;
    private static final int AT_ONCE = 100;
    private static final int TEXTS_KEPT = 200;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final String RETRY = "retry";

    private final AlertLog log;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Map<String, String> texts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > TEXTS_KEPT;
        }
    };
    private volatile boolean closing;

    SseClients(AlertLog log, MeterRegistry meters) {
        this.log = log;
        Gauge.builder("visitwatch.sse.clients", clients, Set::size)
                .description("Listeners of the live stream of alerts")
                .register(meters);
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
        Client client = new Client(sse, filter, log.cursor(position));
        sse.keepAlive();
        sse.onClose(client::stop);
        client.start();
    }

    @Override
    public void close() {
        closing = true;
        clients.forEach(Client::stop);
    }

    /** An alert as JSON: written once for all who listen live. */
    private String text(AlertLog.Entry entry) {
        synchronized (texts) {
            return texts.computeIfAbsent(entry.position(), position -> Json.write(entry.alert()));
        }
    }

    /** One listener. */
    private final class Client {
        private final SseClient sse;
        private final Predicate<Alert> filter;
        private final AlertLog.Cursor cursor;
        private final Semaphore news = new Semaphore(0);
        private final Thread thread = new Thread(this::send, "sse-client");
        private volatile Runnable unsubscribe = () -> {};
        private volatile boolean stopped;

        Client(SseClient sse, Predicate<Alert> filter, AlertLog.Cursor cursor) {
            this.sse = sse;
            this.filter = filter;
            this.cursor = cursor;
            thread.setDaemon(true);
        }

        void start() {
            clients.add(this);
            unsubscribe = log.subscribe(null, entry -> {
                if (news.availablePermits() == 0) {
                    news.release();
                }
            });
            thread.start();
        }

        void stop() {
            stopped = true;
            unsubscribe.run();
            clients.remove(this);
            thread.interrupt();
        }

        private boolean listens() {
            return !stopped && !closing && !sse.terminated();
        }

        private void send() {
            try {
                sse.sendComment(RETRY + " in a few seconds when this ends");
                while (listens()) {
                    news.drainPermits();
                    List<AlertLog.Entry> batch = cursor.next(AT_ONCE);
                    if (cursor.missed()) {
                        break;
                    }
                    batch.stream().filter(each -> filter.test(each.alert())).forEach(this::send);
                    if (batch.isEmpty() && !news.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                        sse.sendComment("still here");
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                stop();
                if (!sse.terminated()) { // the server has ended and reused the exchange of a listener that is gone
                    sse.close();
                }
            }
        }

        private void send(AlertLog.Entry entry) {
            if (listens()) {
                sse.sendEvent("alert", text(entry), entry.position());
            }
        }
    }
}
