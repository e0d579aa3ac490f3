package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TelegramReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.TELEGRAM;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base, "token", "1:x", "chat", "-7");
    }

    @Override
    void assertHarmless(String body) throws java.io.IOException {
        super.assertHarmless(body);
        assertThat(body).doesNotContain("<script").contains("&lt;script");
    }

    @Test
    void callsTheBotsMethod() throws Exception {
        deliver(io.visitwatch.alerts.Alerts.arrival().build());
        assertThat(received.take().path()).isEqualTo("/bot1:x/sendMessage");
    }
}
