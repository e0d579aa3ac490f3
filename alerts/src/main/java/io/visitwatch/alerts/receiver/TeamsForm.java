package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Microsoft Teams by a workflow's webhook: one adaptive card. The older office connectors were retired. */
final class TeamsForm {
    /** Teams takes 28 KB. */
    private static final int MAX_ALERTS = 5;

    private final ReceiverConfig config;

    TeamsForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        List<Object> blocks = new ArrayList<>();
        List<Object> actions = new ArrayList<>();
        for (Alert alert : notification.alerts().stream().limit(MAX_ALERTS).toList()) {
            blocks.add(block(Brief.title(alert), true));
            blocks.add(block(Brief.evidence(alert), false));
            blocks.add(block(Brief.provenance(alert), false));
            Brief.link(alert)
                    .ifPresent(url -> actions.add(Map.of("type", "Action.OpenUrl", "title", "Article", "url", url)));
        }
        String more = Brief.more(notification.alerts(), MAX_ALERTS);
        if (!more.isEmpty()) {
            blocks.add(block(more, false));
        }
        Map<String, Object> card = Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                blocks,
                "actions",
                actions);
        Map<String, Object> attachment =
                Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
        return new HttpMessage(
                config.need("url"),
                Map.of(),
                Json.write(Map.of("type", "message", "attachments", List.of(attachment))));
    }

    private static Map<String, Object> block(String text, boolean title) {
        return Map.of(
                "type",
                "TextBlock",
                "text",
                Cut.to(Brief.EVIDENCE, escape(text)),
                "wrap",
                true,
                "weight",
                title ? "Bolder" : "Default");
    }

    /** A text block reads a subset of Markdown. */
    static String escape(String text) {
        return text.replaceAll("([\\\\*_`\\[\\]()#~>])", "\\\\$1");
    }
}
