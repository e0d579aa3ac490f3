package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.AlertText;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.Map;
import java.util.stream.Collectors;

/** Telegram's bot API, {@code sendMessage} with HTML text. */
final class TelegramForm {
    /** Telegram takes 4096 characters after entities; three alerts of the longest kind stay below. */
    private static final int MAX_SENTENCE = 900;

    private static final int MAX_ALERTS = 3;

    private final ReceiverConfig config;

    TelegramForm(ReceiverConfig config) {
        this.config = config;
    }

    HttpMessage message(Notification notification) {
        String text = notification.alerts().stream()
                .limit(MAX_ALERTS)
                .map(TelegramForm::text)
                .collect(Collectors.joining("\n\n"));
        int more = notification.alerts().size() - MAX_ALERTS;
        Map<String, Object> body = Map.of(
                "chat_id",
                config.need("chat"),
                "parse_mode",
                "HTML",
                "text",
                more > 0 ? text + "\n\n+ " + more : text,
                "disable_web_page_preview",
                true);
        String base = config.get("url", "https://api.telegram.org");
        return new HttpMessage(base + "/bot" + config.need("token") + "/sendMessage", Map.of(), Json.write(body));
    }

    private static String text(Alert alert) {
        return "<b>" + Plain.html(AlertText.title(alert)) + "</b>\n"
                + Plain.html(Cut.to(MAX_SENTENCE, AlertText.evidence(alert)))
                + "\n<i>" + Plain.html(AlertText.provenance(alert)) + "</i>"
                + AlertText.link(alert)
                        .map(url -> "\n<a href=\"" + Plain.html(url) + "\">article</a>")
                        .orElse("");
    }
}
