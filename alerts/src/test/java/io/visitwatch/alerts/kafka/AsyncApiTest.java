package io.visitwatch.alerts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published AsyncAPI document names every topic, and every schema it points at is there. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "api", "asyncapi.yaml");

    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(DOCUMENT));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("cannot read " + DOCUMENT.toAbsolutePath(), e);
        }
    }

    @Test
    void namesEveryTopic() {
        Set<String> addresses = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> addresses.add(channel.get("address").asText()));
        Set<String> topics = new TreeSet<>();
        Topics.standard().all().forEach(topic -> topics.add(topic.name()));
        assertThat(addresses).isEqualTo(topics);
    }

    @Test
    void pointsAtNothingThatIsMissing() {
        List<JsonNode> refs = document.findValues("$ref");
        assertThat(refs).hasSizeGreaterThan(20);
        for (JsonNode ref : refs) {
            String to = ref.asText();
            if (to.startsWith("#")) {
                assertThat(document.at(to.substring(1)).isMissingNode()).as(to).isFalse();
            } else {
                assertThat(DOCUMENT.resolveSibling(to)).exists();
            }
        }
    }

    @Test
    void callsEachMessageByTheTypeInItsHeader() throws Exception {
        for (JsonNode message : document.at("/components/messages")) {
            Path schema =
                    DOCUMENT.resolveSibling(message.at("/payload/schema/$ref").asText());
            String id = new YAMLMapper()
                    .readTree(Files.readString(schema))
                    .get("$id")
                    .asText();
            assertThat(message.get("name").asText()).isEqualTo(id.replace("urn:visitwatch:schema:", "io.visitwatch."));
        }
    }
}
