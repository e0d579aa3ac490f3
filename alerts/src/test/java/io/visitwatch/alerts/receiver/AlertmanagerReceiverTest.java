package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertmanagerReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.ALERTMANAGER;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/api/v2/alerts", "token", "t");
    }

    @Test
    void firesWhileTheVisitLastsAndResolvesWhenItEnded() throws Exception {
        deliver(Alerts.arrival().build());
        JsonNode firing = Json.mapper().readTree(received.take().body()).get(0);
        assertThat(firing.has("endsAt")).isFalse();
        assertThat(firing.at("/labels/country").asText()).isEqualTo("TR");
        deliver(Alerts.arrival()
                .with(VisitChange.STATUS_CHANGED, VisitStatus.ENDED)
                .build());
        JsonNode resolved = Json.mapper().readTree(received.take().body()).get(0);
        assertThat(resolved.get("endsAt").asText()).isEqualTo(Alerts.AT.toString());
        assertThat(resolved.get("labels")).isEqualTo(firing.get("labels"));
    }
}
