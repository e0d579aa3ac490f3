package io.visitwatch.app.run;

import io.visitwatch.alerts.kafka.NotifyConfig;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.notify.RetrySchedule;
import io.visitwatch.alerts.receiver.HttpMessage;
import io.visitwatch.alerts.receiver.HttpSender;
import io.visitwatch.alerts.receiver.Receiver;
import io.visitwatch.alerts.receiver.ReceiverConfig;
import io.visitwatch.alerts.receiver.Receivers;
import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.RoutingReader;
import io.visitwatch.ingest.fetch.FetchLimits;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.fetch.HttpFetcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The configured receivers over the one guarded HTTP client: a webhook can reach no address that a feed could not. */
final class Telling implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final HttpFetcher client;
    private final NotifyConfig config;

    /**
     * Receivers and routes as configured.
     *
     * @param instance name of this instance
     */
    Telling(AppConfig config, FetcherConfig fetcher, String instance, InstantSource clock) {
        this.client = new HttpFetcher(fetcher);
        HttpSender sender = this::send;
        Map<String, Receiver> receivers = new HashMap<>();
        Map<String, Handling> handling = new HashMap<>();
        for (ReceiverConfig receiver : RoutingReader.receivers(config)) {
            receivers.put(receiver.name(), Receivers.create(receiver, sender, clock));
            handling.put(receiver.name(), receiver.handling());
        }
        this.config =
                new NotifyConfig(RoutingReader.routing(config), receivers, handling, RetrySchedule.STANDARD, instance);
    }

    /** What the outbox needs. */
    NotifyConfig config() {
        return config;
    }

    private HttpSender.Reply send(HttpMessage message) throws IOException {
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put("Content-Type", "application/json");
        FetchRequest request = FetchRequest.post(
                        message.url(), headers, message.body().getBytes(StandardCharsets.UTF_8))
                .within(FetchLimits.standard().withTotal(DEADLINE));
        FetchResult result = client.fetch(request);
        if (result instanceof FetchResult.Fetched fetched) {
            return new HttpSender.Reply(fetched.status(), null);
        }
        if (result instanceof FetchResult.Failed failed) {
            Integer status = failed.status();
            if (status == null) {
                throw new IOException(failed.detail());
            }
            return new HttpSender.Reply(status, failed.headers().get("retry-after"));
        }
        throw new IOException("answered 304 to a POST");
    }

    @Override
    public void close() {
        client.close();
    }
}
