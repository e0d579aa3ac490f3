package io.visitwatch.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Tells a Kafka client property from a slip of the pen among the keys under {@code kafka}. */
final class KafkaKeys {
    private KafkaKeys() {}

    static List<ConfigProblem> check(YamlTree tree) {
        List<ConfigProblem> problems = new ArrayList<>();
        JsonNode kafka = tree.root().path("kafka");
        if (!kafka.isObject() || kafka.isEmpty()) {
            return problems;
        }
        Set<String> known = known();
        kafka.properties().forEach(e -> {
            String key = e.getKey();
            String pointer = "/kafka/" + key.replace("~", "~0").replace("/", "~1");
            // login modules and reporters bring keys of their own
            boolean open = key.startsWith("sasl.") || key.startsWith("ssl.") || key.startsWith("metrics.");
            if (!known.contains(key) && !open) {
                problems.add(new ConfigProblem(
                        tree.place(pointer),
                        "kafka." + key,
                        "unknown key"
                                + ConfigCheck.nearest(key, known)
                                        .map(n -> "; did you mean '" + n + "'?")
                                        .orElse("; known are ours and any Kafka client property")));
            } else if (!KafkaSettings.OWN.contains(key) && !e.getValue().isValueNode()) {
                problems.add(new ConfigProblem(tree.place(pointer), "kafka." + key, "must be one value"));
            }
        });
        return problems;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(KafkaSettings.OWN);
        known.addAll(ConsumerConfig.configNames());
        known.addAll(ProducerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        return known;
    }
}
