package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

class TeamsReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.TEAMS;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/workflow");
    }

    /** 28 KB; what a card must have by its schema. */
    @Override
    void assertTaken(JsonNode body, int bytes) {
        assertThat(bytes).isLessThanOrEqualTo(28_000);
        JsonNode card = body.at("/attachments/0/content");
        assertThat(card.get("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.get("version").asText()).isEqualTo("1.4");
        card.get("body").forEach(block -> {
            assertThat(block.get("type").asText()).isEqualTo("TextBlock");
            assertThat(block.get("weight").asText()).isIn("Default", "Lighter", "Bolder");
        });
        card.get("actions")
                .forEach(action -> assertThat(action.get("url").asText()).startsWith("https://"));
    }
}
