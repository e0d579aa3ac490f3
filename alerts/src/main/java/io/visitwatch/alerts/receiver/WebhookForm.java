package io.visitwatch.alerts.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Standard Webhooks 1.0: headers {@code webhook-id} (the same at every try), {@code webhook-timestamp}, {@code webhook-signature}
 * (one for each key during a rotation), and the body {@code {"type", "timestamp", "data": {"alerts": […], "attempt"}}}.
 */
final class WebhookForm {
    private final ReceiverConfig config;
    private final List<Webhook> keys = new ArrayList<>();
    private final InstantSource clock;

    WebhookForm(ReceiverConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        addKey("secret");
        addKey("old_secret");
    }

    HttpMessage message(Notification notification) {
        Instant now = clock.instant();
        String body = Json.write(new Body(
                "visit." + notification.alerts().get(0).change().name().toLowerCase(java.util.Locale.ROOT),
                notification.createdAt(),
                new Data(notification.alerts(), notification.attempts())));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", notification.id());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-attempt", Integer.toString(notification.attempts()));
        if (!keys.isEmpty()) {
            headers.put("webhook-signature", signatures(notification.id(), now.getEpochSecond(), body));
        }
        return new HttpMessage(config.need("url"), headers, body);
    }

    private String signatures(String id, long timestamp, String body) {
        List<String> all = new ArrayList<>();
        for (Webhook key : keys) {
            try {
                all.add(key.sign(id, timestamp, body));
            } catch (WebhookSigningException e) {
                throw new IllegalStateException("the JDK has no HMAC-SHA256", e);
            }
        }
        return String.join(" ", all);
    }

    private void addKey(String setting) {
        String secret = config.get(setting, "");
        if (secret.isEmpty()) {
            return;
        }
        try {
            keys.add(new Webhook(secret));
        } catch (RuntimeException e) {
            // The cause may quote the secret, so it is not passed on.
            throw new IllegalArgumentException("receiver " + config.name() + ": " + setting
                    + " is no webhook secret (whsec_ and Base64 of 24 to 64 bytes)");
        } catch (Exception e) {
            throw new IllegalArgumentException("receiver " + config.name() + ": " + setting + " is empty");
        }
    }

    /** Body of a webhook, after the specification's recommended form. */
    record Body(String type, Instant timestamp, Data data) {}

    /** What is told, and the number of this try. */
    record Data(List<Alert> alerts, int attempt) {}
}
