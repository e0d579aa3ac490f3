package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest extends ReceiverContract {
    private static final String NEW = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @Override
    ReceiverKind kind() {
        return ReceiverKind.WEBHOOK;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/visits", "secret", NEW, "old_secret", OLD);
    }

    /** A webhook carries the alert as data: nothing is shown, so the words of the news stay as they are, in valid JSON. */
    @Override
    void assertHarmless(String body) throws IOException {
        assertThat(Json.mapper()
                        .readTree(body)
                        .at("/data/alerts/0/visit/sources/0/title")
                        .asText())
                .startsWith("<script>");
    }

    @Test
    void theOfficialLibraryVerifiesBothKeysDuringARotation() throws Exception {
        deliver(Alerts.arrival().build());
        Received request = received.take();
        Map<String, List<String>> headers = request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        assertThatCode(() -> new Webhook(NEW).verify(request.body(), headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(OLD).verify(request.body(), headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(NEW).verify(request.body() + " ", headers))
                .isInstanceOf(Exception.class);
    }

    @Test
    void aRepeatCarriesTheSameIdAndTheNextAttempt() throws Exception {
        Notification first = notification(Alerts.arrival().build());
        receiver().deliver(first);
        receiver().deliver(first.trying());
        Received one = received.take();
        Received two = received.take();
        assertThat(two.headers().get("webhook-id")).isEqualTo(one.headers().get("webhook-id"));
        assertThat(one.headers().get("webhook-attempt")).isEqualTo("1");
        assertThat(two.headers().get("webhook-attempt")).isEqualTo("2");
    }

    @Test
    void aMalformedSecretIsRefusedWithoutBeingShown() {
        ReceiverConfig config = new ReceiverConfig(
                "desk", ReceiverKind.WEBHOOK, Map.of("url", "http://127.0.0.1/", "secret", "whsec_!!!"), Handling.OPEN);
        assertThatThrownBy(() ->
                        Receivers.create(config, message -> new HttpSender.Reply(200, null), InstantSource.system()))
                .hasMessageContaining("desk")
                .hasMessageContaining("secret")
                .hasMessageNotContaining("!!!");
    }
}
