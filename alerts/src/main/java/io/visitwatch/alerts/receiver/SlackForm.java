package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Slack's incoming webhook with mrkdwn text; Mattermost takes the same. */
final class SlackForm {
    /** Mattermost takes 16,383 characters, Slack 40,000: an alert has 2,000 at most, escaped. */
    private static final int MAX_ALERTS = 8;

    private static final int MAX_ESCAPED = 1_200;

    private final ReceiverConfig config;

    SlackForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        Map<String, Object> body = new TreeMap<>();
        List<String> parts = new ArrayList<>(notification.alerts().stream()
                .limit(MAX_ALERTS)
                .map(SlackForm::text)
                .toList());
        String more = Brief.more(notification.alerts(), MAX_ALERTS);
        if (!more.isEmpty()) {
            parts.add(more);
        }
        body.put("text", String.join("\n\n", parts));
        body.put("unfurl_links", false);
        if (!config.get("channel", "").isEmpty()) {
            body.put("channel", config.need("channel"));
        }
        return new HttpMessage(config.need("url"), Map.of(), Json.write(body));
    }

    private static String text(Alert alert) {
        String evidence = Cut.to(MAX_ESCAPED, escape(Brief.evidence(alert)));
        return "*" + Cut.to(Brief.TITLE, escape(Brief.title(alert))) + "*"
                + (evidence.isEmpty() ? "" : "\n> " + evidence)
                + "\n_" + Cut.to(Brief.PROVENANCE, escape(Brief.provenance(alert))) + "_"
                + Brief.link(alert)
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
