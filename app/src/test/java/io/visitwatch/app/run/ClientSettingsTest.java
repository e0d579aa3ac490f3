package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void isExactlyOnceOnTheClassicProtocolWithoutCaches() throws IOException {
        assertThat(settings("kafka: {bootstrap.servers: 'a:1'}\n"))
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "classic")
                .containsEntry("statestore.cache.max.bytes", 0)
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsKey("main.consumer.group.instance.id");
    }

    @Test
    void handsTheOperatorsSecurityOnToEveryClient() throws IOException {
        String yaml = """
                kafka:
                  bootstrap.servers: 'a:1'
                  security.protocol: SASL_SSL
                  sasl.mechanism: SCRAM-SHA-512
                  sasl.jaas.config: '${env:JAAS}'
                  ssl.truststore.type: PEM
                  ssl.truststore.certificates: 'pem'
                """;
        KafkaAccess access = access(yaml);
        assertThat(access.client())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("sasl.jaas.config", "a secret")
                .containsEntry("ssl.truststore.type", "PEM");
        assertThat(settings(yaml)).containsAllEntriesOf(access.client());
    }

    private Properties settings(String yaml) throws IOException {
        return StreamsSettings.of(access(yaml), "alerts", folder, "i", 1, true);
    }

    private KafkaAccess access(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("v.yaml"), yaml);
        LoadedConfig loaded = new ConfigLoader(Map.of("JAAS", "a secret")::get).load(file);
        return KafkaAccess.find(null, loaded.config(), folder);
    }
}
