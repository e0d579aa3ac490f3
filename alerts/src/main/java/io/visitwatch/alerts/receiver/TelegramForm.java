package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.util.Map;
import java.util.stream.Collectors;

/** Telegram's bot API, {@code sendMessage} with HTML text. */
final class TelegramForm {
    /** Telegram takes 4096 characters after entities. */
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
        String more = Brief.more(notification.alerts(), MAX_ALERTS);
        Map<String, Object> body = Map.of(
                "chat_id",
                config.need("chat"),
                "parse_mode",
                "HTML",
                "text",
                more.isEmpty() ? text : text + "\n\n" + more,
                "disable_web_page_preview",
                true);
        String base = config.get("url", "https://api.telegram.org");
        return new HttpMessage(base + "/bot" + config.need("token") + "/sendMessage", Map.of(), Json.write(body));
    }

    private static String text(Alert alert) {
        return "<b>" + Plain.html(Brief.title(alert)) + "</b>\n"
                + Plain.html(Brief.evidence(alert))
                + "\n<i>" + Plain.html(Brief.provenance(alert)) + "</i>"
                + Brief.link(alert)
                        .map(url -> "\n<a href=\"" + Plain.html(url) + "\">article</a>")
                        .orElse("");
    }
}
