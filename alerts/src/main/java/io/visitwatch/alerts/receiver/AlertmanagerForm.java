package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.AlertText;
import io.visitwatch.alerts.route.AlertLabels;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two forms of the Alertmanager world: its API ({@code POST /api/v2/alerts}), and its webhook payload of version 4 for
 * receivers that were written for it. A visit is firing until it has ended, was called off or was retracted.
 */
final class AlertmanagerForm {
    /** How Alertmanager writes a time that is not set: receivers ask for it. */
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private final ReceiverConfig config;

    AlertmanagerForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage alerts(Notification notification) {
        List<Map<String, Object>> body =
                notification.alerts().stream().map(AlertmanagerForm::posted).toList();
        return new HttpMessage(config.need("url"), authorization(), Json.write(body));
    }

    HttpMessage webhook(Notification notification) {
        List<Alert> alerts = notification.alerts();
        Map<String, Object> body = new TreeMap<>();
        body.put("version", "4");
        body.put("groupKey", notification.group().isEmpty() ? notification.id() : notification.group());
        body.put("truncatedAlerts", 0);
        body.put("status", alerts.stream().allMatch(AlertmanagerForm::resolved) ? "resolved" : "firing");
        body.put("receiver", config.name());
        body.put("groupLabels", Map.of());
        body.put("commonLabels", labels(alerts.get(0)));
        body.put("commonAnnotations", annotations(alerts.get(0)));
        body.put("externalURL", AlertText.link(alerts.get(0)).orElse(""));
        body.put("alerts", alerts.stream().map(AlertmanagerForm::fired).toList());
        return new HttpMessage(config.need("url"), authorization(), Json.write(body));
    }

    private Map<String, String> authorization() {
        String token = config.get("token", "");
        return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, Object> posted(Alert alert) {
        Map<String, Object> one = new TreeMap<>();
        one.put("labels", labels(alert));
        one.put("annotations", annotations(alert));
        one.put("startsAt", alert.visit().openedAt().toString());
        if (resolved(alert)) {
            one.put("endsAt", alert.at().toString());
        }
        AlertText.link(alert).ifPresent(url -> one.put("generatorURL", url));
        return one;
    }

    private static Map<String, Object> fired(Alert alert) {
        Map<String, Object> one = posted(alert);
        one.put("status", resolved(alert) ? "resolved" : "firing");
        one.put("fingerprint", alert.visit().id());
        one.putIfAbsent("endsAt", NO_TIME);
        one.putIfAbsent("generatorURL", "");
        return one;
    }

    /** One value per label: those of the head of the delegation come first in the visit, so the label set stays one visit's. */
    private static Map<String, String> labels(Alert alert) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", "Visit");
        labels.put("visit", alert.visit().id());
        labels.put("country", alert.visit().head().country());
        labels.put("visitor", alert.visit().head().id());
        AlertLabels.of(alert).get("place").forEach(place -> labels.put("place", place));
        return labels;
    }

    private static Map<String, String> annotations(Alert alert) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", AlertText.title(alert));
        annotations.put("description", AlertText.evidence(alert));
        annotations.put("change", alert.change().name());
        annotations.put("status", alert.visit().status().name());
        return annotations;
    }

    private static boolean resolved(Alert alert) {
        VisitStatus status = alert.visit().status();
        return alert.visit().retracted()
                || status == VisitStatus.ENDED
                || status.coarse() == VisitStatus.Coarse.CANCELLED;
    }
}
