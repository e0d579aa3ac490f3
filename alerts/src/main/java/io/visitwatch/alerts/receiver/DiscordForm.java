package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.AlertText;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Discord's webhook: one embed per alert, at most ten, mentions switched off. */
final class DiscordForm {
    private static final int MAX_EMBEDS = 10;
    private static final int MAX_TITLE = 256;
    private static final int MAX_TEXT = 2000;

    private final ReceiverConfig config;

    DiscordForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        List<Map<String, Object>> embeds = notification.alerts().stream()
                .limit(MAX_EMBEDS)
                .map(DiscordForm::embed)
                .toList();
        Map<String, Object> body = Map.of("embeds", embeds, "allowed_mentions", Map.of("parse", List.of()));
        return new HttpMessage(config.need("url"), Map.of(), Json.write(body));
    }

    private static Map<String, Object> embed(Alert alert) {
        Map<String, Object> embed = new TreeMap<>();
        embed.put("title", Cut.to(MAX_TITLE, AlertText.title(alert)));
        embed.put("description", Cut.to(MAX_TEXT, TeamsForm.escape(AlertText.evidence(alert))));
        embed.put("footer", Map.of("text", AlertText.provenance(alert)));
        embed.put("timestamp", alert.at().toString());
        AlertText.link(alert).ifPresent(url -> embed.put("url", url));
        return embed;
    }
}
