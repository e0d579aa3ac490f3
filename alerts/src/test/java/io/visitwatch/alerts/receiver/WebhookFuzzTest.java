package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.notify.Notification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Any headers and any secret before signer and verifier: nothing passes that was not signed with the key. */
class WebhookFuzzTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @FuzzTest
    void verifiesNothingButWhatWasSigned(FuzzedDataProvider data) throws Exception {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("webhook-id", List.of(data.consumeString(40)));
        headers.put("webhook-timestamp", List.of(data.consumeString(20)));
        headers.put("webhook-signature", List.of(data.consumeString(120)));
        boolean passed;
        try {
            new Webhook(SECRET).verify(data.consumeString(200), headers);
            passed = true;
        } catch (WebhookVerificationException | RuntimeException e) {
            passed = false;
        }
        assertThat(passed).isFalse();
        takesOrRefusesTheSecret(data.consumeRemainingAsString());
    }

    private static void takesOrRefusesTheSecret(String secret) {
        ReceiverConfig config;
        try {
            config = new ReceiverConfig(
                    "desk", ReceiverKind.WEBHOOK, Map.of("url", "http://a.example/", "secret", secret), Handling.OPEN);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        try {
            HttpMessage message = new WebhookForm(config, InstantSource.fixed(Instant.EPOCH)).message(notification());
            assertThat(message.headers()).containsKey("webhook-id");
        } catch (IllegalArgumentException e) {
            assertThat(secret.length() > 6 && String.valueOf(e.getMessage()).contains(secret))
                    .as("the secret is not shown")
                    .isFalse();
        }
    }

    private static Notification notification() {
        return ReceiverContract.notification(Alerts.arrival().build());
    }
}
