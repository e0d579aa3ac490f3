package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

class DiscordReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.DISCORD;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/hook");
    }

    /** Ten embeds; 256, 4,096 and 2,048 characters of title, description and footer; 6,000 in all. */
    @Override
    void assertTaken(JsonNode body, int bytes) {
        int all = 0;
        for (JsonNode embed : body.get("embeds")) {
            String title = embed.get("title").asText();
            String text = embed.get("description").asText();
            String footer = embed.at("/footer/text").asText();
            assertThat(title).hasSizeLessThanOrEqualTo(256);
            assertThat(text).hasSizeLessThanOrEqualTo(4_096);
            assertThat(footer).hasSizeLessThanOrEqualTo(2_048);
            all += title.length() + text.length() + footer.length();
        }
        assertThat(all).isBetween(1, 6_000);
        assertThat(body.get("embeds").size()).isLessThanOrEqualTo(10);
        assertThat(body.get("content").asText()).isEqualTo("+ 36 more");
    }
}
