package io.visitwatch.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where Kafka is.
 *
 * @param prefix first part of topic names, group and transaction ids
 * @param layout how wide and safe our topics are
 * @param threads stream threads per step
 * @param keepArticles days articles are kept after they were stored; 0 for ever
 * @param patience how long to wait for an external cluster at start
 * @param embeddedHost address of the embedded broker
 * @param embeddedPort port of the embedded broker; 0 for a free one
 * @param client properties of every Kafka client, secrets filled in
 */
public record KafkaSettings(
        String prefix,
        TopicLayout layout,
        int threads,
        int keepArticles,
        Duration patience,
        String embeddedHost,
        int embeddedPort,
        Map<String, Object> client) {
    /** Keys of our own; all others are Kafka's. */
    static final Set<String> OWN = Set.of(
            "prefix", "partitions", "replication", "min-in-sync", "threads", "wait", "keep-articles", "embedded");

    private static final String FOREVER = "forever";

    public KafkaSettings {
        client = Map.copyOf(client);
    }

    /** Binds the {@code kafka} part of a file. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static KafkaSettings of(JsonNode node) {
        Map<String, Object> client = new HashMap<>();
        node.properties().forEach(e -> {
            if (!OWN.contains(e.getKey())) {
                client.put(e.getKey(), e.getValue().asText());
            }
        });
        JsonNode embedded = node.path("embedded");
        return new KafkaSettings(
                node.path("prefix").asText("visitwatch"),
                new TopicLayout(
                        node.path("partitions").asInt(2),
                        (short) node.path("replication").asInt(1),
                        node.path("min-in-sync").asInt(1)),
                node.path("threads").asInt(1),
                days(node.path("keep-articles").asText(FOREVER)),
                Times.parse(node.path("wait").asText("30s")),
                embedded.path("host").asText(BrokerConfig.LOOPBACK),
                embedded.path("port").asInt(0),
                client);
    }

    /** The embedded broker on a free port. */
    static KafkaSettings standard() {
        return of(JsonNodeFactory.instance.objectNode());
    }

    /** Our topics under the configured prefix. */
    public Topics topics() {
        Topics topics = new Topics(prefix);
        return keepArticles == 0 ? topics : topics.keepingArticles(keepArticles);
    }

    private static int days(String said) {
        return said.equals(FOREVER) ? 0 : Integer.parseInt(said.substring(0, said.length() - 1));
    }

    /** Whether a cluster of its own is configured, rather than the embedded broker. */
    public boolean external() {
        return client.containsKey("bootstrap.servers");
    }
}
