package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

class SlackReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.SLACK;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/hook", "channel", "#visits");
    }

    /** Slack cuts text after 40,000 characters; Mattermost, which takes the same form, refuses more than 16,383. */
    @Override
    void assertTaken(JsonNode body, int bytes) {
        assertThat(body.get("text").asText()).hasSizeLessThanOrEqualTo(16_383).endsWith("+ 32 more");
    }
}
