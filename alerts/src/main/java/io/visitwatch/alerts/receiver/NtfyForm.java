package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.AlertText;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ntfy's JSON publishing: title, message, priority, tags and the article on click. */
final class NtfyForm {
    private final ReceiverConfig config;

    NtfyForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        Alert first = notification.alerts().get(0);
        Map<String, Object> body = new TreeMap<>();
        body.put("topic", config.need("topic"));
        body.put("title", AlertText.title(first));
        body.put(
                "message",
                notification.alerts().stream()
                        .map(alert -> AlertText.evidence(alert) + "\n" + AlertText.provenance(alert))
                        .collect(Collectors.joining("\n\n")));
        body.put(
                "priority",
                first.change() == VisitChange.NEW_VISIT && first.visit().head().rank() <= 2 ? 4 : 3);
        body.put("tags", List.of(first.change().name().toLowerCase(Locale.ROOT)));
        AlertText.link(first).ifPresent(url -> body.put("click", url));
        String token = config.get("token", "");
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        return new HttpMessage(config.need("url"), headers, Json.write(body));
    }
}
