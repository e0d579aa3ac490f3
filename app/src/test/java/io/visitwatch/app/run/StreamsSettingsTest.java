package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    private static Properties settings(TopicLayout layout, boolean stateful) {
        KafkaAccess access = new KafkaAccess(
                Map.of(
                        "bootstrap.servers", "kafka:9092",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "OAUTHBEARER",
                        "sasl.oauthbearer.token.endpoint.url", "https://id.example/token",
                        "processing.guarantee", "at_least_once"),
                Topics.standard(),
                layout);
        return StreamsSettings.of(access, "alerts", Path.of("states"), "abc", 2, stateful);
    }

    @Test
    void keepAWarmCopyOfStoresWhereOtherInstancesMayFollow() {
        TopicLayout cluster = new TopicLayout(4, (short) 3, 2);
        assertThat(settings(cluster, true)).containsEntry("num.standby.replicas", 1);
        assertThat(settings(cluster, false)).containsEntry("num.standby.replicas", 0);
        assertThat(settings(TopicLayout.single(2), true)).containsEntry("num.standby.replicas", 0);
    }

    @Test
    void passTheOperatorsSettingsOnButNotThoseThatExactlyOnceNeeds() {
        assertThat(settings(TopicLayout.single(2), true))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.oauthbearer.token.endpoint.url", "https://id.example/token")
                .containsEntry("processing.guarantee", "exactly_once_v2");
    }
}
