package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
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
    /** ntfy takes 4,096 bytes of text; a sentence of Arabic letters or the like has three a letter at most. */
    private static final int MAX_ALERTS = 2;

    private static final int MAX_SENTENCE = 500;

    private final ReceiverConfig config;

    NtfyForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        Alert first = notification.alerts().get(0);
        Map<String, Object> body = new TreeMap<>();
        body.put("topic", config.need("topic"));
        body.put("title", Brief.title(first));
        String more = Brief.more(notification.alerts(), MAX_ALERTS);
        body.put(
                "message",
                notification.alerts().stream()
                                .limit(MAX_ALERTS)
                                .map(alert ->
                                        Cut.to(MAX_SENTENCE, Brief.evidence(alert)) + "\n" + Brief.provenance(alert))
                                .collect(Collectors.joining("\n\n"))
                        + (more.isEmpty() ? "" : "\n\n" + more));
        body.put(
                "priority",
                first.change() == VisitChange.NEW_VISIT && first.visit().head().rank() <= 2 ? 4 : 3);
        body.put("tags", List.of(first.change().name().toLowerCase(Locale.ROOT)));
        Brief.link(first).ifPresent(url -> body.put("click", url));
        String token = config.get("token", "");
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        return new HttpMessage(config.need("url"), headers, Json.write(body));
    }
}
