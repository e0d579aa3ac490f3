package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class NtfyReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.NTFY;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base, "topic", "visits", "token", "t");
    }

    /** 4,096 bytes of text. */
    @Override
    void assertTaken(JsonNode body, int bytes) {
        assertThat(body.get("message").asText().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(4_096);
        assertThat(body.get("message").asText()).endsWith("+ 38 more");
        assertThat(body.get("priority").asInt()).isBetween(1, 5);
    }
}
