package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.app.cluster.Wire;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installations broken on purpose, and what the doctor says of each. */
class DoctorIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Ran(int code, String out) {}

    @Test
    void namesABrokerWithSmallLimitsAFeedThatFailsAndTopicsThatAreMissing() throws Exception {
        BrokerConfig small = new BrokerConfig(
                folder.resolve("broker"),
                BrokerConfig.LOOPBACK,
                0,
                Duration.ofMinutes(2),
                Map.of("message.max.bytes", "1000000"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(small);
                Wire wire = Wire.open(3)) {
            wire.breakFeed(2, true);
            Ran ran = doctor("kafka: { bootstrap.servers: \"" + broker.bootstrapServers() + "\", replication: 3 }\n"
                    + wire.yaml("https://doctor.example"));
            assertThat(ran.code()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(ran.out())
                    .containsPattern("ok +version +visitwatch .*Kafka 4")
                    .containsPattern("ok +java")
                    .containsPattern("ok +disk")
                    .containsPattern("ok +broker +answers at")
                    .containsPattern("WRONG +broker +1 broker\\(s\\), 3 needed")
                    .containsPattern("ok +broker +transaction.version 2")
                    .containsPattern("WRONG +broker +message.max.bytes 1000000, 8388608 needed")
                    .containsPattern("WRONG +topics +visitwatch.articles.v1: exists is false")
                    .containsPattern("WRONG +feeds +2 of 3 answer")
                    .containsPattern("WRONG +feeds +wire-2, http://127.0.1.3:[0-9]+/feed: .*500")
                    .containsPattern("ok +clock .* ahead of the feeds' servers");
        }
    }

    @Test
    void namesABrokerThatIsNotThereAndAConfigurationWithoutFeeds() throws Exception {
        Ran ran = doctor("kafka: { bootstrap.servers: \"127.0.0.1:1\", request.timeout.ms: 2000,"
                + " default.api.timeout.ms: 2000 }\n");
        assertThat(ran.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ran.out())
                .containsPattern("WRONG +broker +.*127.0.0.1:1")
                .containsPattern("WRONG +feeds +none configured");
    }

    private Ran doctor(String yaml) throws Exception {
        Path config = Files.writeString(folder.resolve("doctor.yaml"), yaml);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Visitwatch.execute(
                new Console(new ByteArrayInputStream(new byte[0]), printer, printer, false),
                name -> null,
                "--config",
                config.toString(),
                "--data",
                folder.resolve("data").toString(),
                "doctor");
        return new Ran(code, out.toString(StandardCharsets.UTF_8));
    }
}
