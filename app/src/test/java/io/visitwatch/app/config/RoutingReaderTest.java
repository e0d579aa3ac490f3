package io.visitwatch.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.alerts.receiver.ReceiverConfig;
import io.visitwatch.alerts.route.Routing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsATreeOfRoutesWithReceiversSilencesAndMuteTimes() throws IOException {
        AppConfig config = load("""
                receivers:
                  - { name: desk, kind: webhook, settings: { url: "https://desk.example/hook", secret: "${env:SECRET}" } }
                  - { name: chat, kind: slack, settings: { url: "https://chat.example/hook" }, withhold-plans-up-to-rank: 2 }
                routes:
                  - receiver: desk
                    match: [ "rank<=2" ]
                    continue: true
                    routes:
                      - { name: turks, match: [ "country=TR" ], group-by: [ country ], group-wait: 30s, mute-times: [ nights ] }
                  - { receiver: chat, repeat-interval: 4h }
                mute-times:
                  - { name: nights, days: [ friday ], from: "22:00", to: "06:00" }
                silences:
                  - { match: [ "country=FR" ], until: "2027-01-01T00:00:00Z", comment: known }
                inhibitions:
                  - { source: [ "rank<=1" ], target: [ "rank>=3" ], equal: [ country ] }
                """);
        Routing routing = RoutingReader.routing(config);
        assertThat(routing.receivers()).containsExactlyInAnyOrder("desk", "chat");
        assertThat(routing.root().routes().get(0).routes().get(0).groupWait()).hasSeconds(30);
        assertThat(routing.muteTimes()).containsKey("nights");
        assertThat(routing.silences()).hasSize(1);
        assertThat(routing.inhibitions()).hasSize(1);
        ReceiverConfig desk = RoutingReader.receivers(config).get(0);
        assertThat(desk.settings()).containsEntry("secret", "whsec_x");
        assertThat(RoutingReader.receivers(config).get(1).handling().protectedRank())
                .isEqualTo(2);
    }

    @Test
    void namesTheRouteWithAMalformedMatcher() throws IOException {
        AppConfig config = load("routes:\n  - { receiver: desk, match: [ \"nation=TR\" ] }\n");
        assertThatThrownBy(() -> RoutingReader.routing(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("routes[0]")
                .hasMessageContaining("country");
    }

    @Test
    void namesTheReceiverWithAMissingSetting() throws IOException {
        AppConfig config = load("receivers:\n  - { name: desk, kind: telegram, settings: { chat: \"7\" } }\n");
        assertThatThrownBy(() -> RoutingReader.receivers(config))
                .hasMessageContaining("receivers[0]")
                .hasMessageContaining("token");
    }

    private AppConfig load(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("visitwatch.yaml"), yaml);
        return new ConfigLoader(name -> Map.of("SECRET", "whsec_x").get(name))
                .load(file)
                .config();
    }
}
