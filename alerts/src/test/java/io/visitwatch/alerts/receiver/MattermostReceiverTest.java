package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

class MattermostReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.MATTERMOST;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/hook");
    }

    /** A post has 16,383 characters. */
    @Override
    void assertTaken(JsonNode body, int bytes) {
        assertThat(body.get("text").asText()).hasSizeLessThanOrEqualTo(16_383).endsWith("+ 32 more");
    }
}
