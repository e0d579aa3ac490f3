package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertmanagerWebhookReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.ALERTMANAGER_WEBHOOK;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/hook");
    }

    @Test
    void hasTheFieldsOfVersionFour() throws Exception {
        deliver(Alerts.arrival().build());
        JsonNode body = Json.mapper().readTree(received.take().body());
        assertThat(body.get("version").asText()).isEqualTo("4");
        assertThat(body.fieldNames())
                .toIterable()
                .contains("groupKey", "status", "receiver", "groupLabels", "commonLabels", "externalURL", "alerts");
        assertThat(body.at("/alerts/0/status").asText()).isEqualTo("firing");
    }
}
