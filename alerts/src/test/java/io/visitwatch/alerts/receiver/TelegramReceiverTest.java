package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** 4,096 characters after entities, of HTML with no other elements than these. */
    @Override
    void assertTaken(JsonNode body, int bytes) {
        String text = body.get("text").asText().replaceAll("</?(b|i)>|<a href=\"[^\"<>]*\">|</a>", "");
        assertThat(text).doesNotContain("<", ">").endsWith("+ 37 more");
        assertThat(text.replaceAll("&(amp|lt|gt|quot|#39);", "x")).hasSizeLessThanOrEqualTo(4_096);
    }
}
