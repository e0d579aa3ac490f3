package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.AlertText;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Slack's incoming webhook with mrkdwn text; Mattermost takes the same. */
final class SlackForm {
    private final ReceiverConfig config;

    SlackForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        Map<String, Object> body = new TreeMap<>();
        body.put("text", notification.alerts().stream().map(SlackForm::text).collect(Collectors.joining("\n\n")));
        body.put("unfurl_links", false);
        if (!config.get("channel", "").isEmpty()) {
            body.put("channel", config.need("channel"));
        }
        return new HttpMessage(config.need("url"), Map.of(), Json.write(body));
    }

    private static String text(Alert alert) {
        String evidence = AlertText.evidence(alert);
        return "*" + escape(AlertText.title(alert)) + "*"
                + (evidence.isEmpty() ? "" : "\n> " + escape(evidence))
                + "\n_" + escape(AlertText.provenance(alert)) + "_"
                + AlertText.link(alert)
                        .map(url -> " <" + escapeUrl(url) + "|article>")
                        .orElse("");
    }

    /** Slack's three entities; the formatting signs are broken by a zero-width space so that a title cannot style the message. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([*_~`])", "\u200B$1");
    }

    private static String escapeUrl(String url) {
        return url.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C");
    }
}
