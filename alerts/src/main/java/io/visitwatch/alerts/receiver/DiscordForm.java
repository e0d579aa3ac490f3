package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Discord's webhook: one embed per alert, mentions switched off. */
final class DiscordForm {
    /** Discord takes ten embeds but no more than 6,000 characters in all of them. */
    private static final int MAX_EMBEDS = 4;

    private final ReceiverConfig config;

    DiscordForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        List<Map<String, Object>> embeds = notification.alerts().stream()
                .limit(MAX_EMBEDS)
                .map(DiscordForm::embed)
                .toList();
        Map<String, Object> body = new TreeMap<>();
        body.put("embeds", embeds);
        body.put("allowed_mentions", Map.of("parse", List.of()));
        String more = Brief.more(notification.alerts(), MAX_EMBEDS);
        if (!more.isEmpty()) {
            body.put("content", more);
        }
        return new HttpMessage(config.need("url"), Map.of(), Json.write(body));
    }

    private static Map<String, Object> embed(Alert alert) {
        Map<String, Object> embed = new TreeMap<>();
        embed.put("title", Brief.title(alert));
        embed.put("description", Cut.to(Brief.EVIDENCE, TeamsForm.escape(Brief.evidence(alert))));
        embed.put("footer", Map.of("text", Brief.provenance(alert)));
        embed.put("timestamp", alert.at().toString());
        Brief.link(alert).ifPresent(url -> embed.put("url", url));
        return embed;
    }
}
