package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.app.Main;
import io.visitwatch.app.cluster.Wire;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.run.Parts;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.common.config.ConfigResource;
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
            theClockAnHourOff(wire);
            theTopicsOnceApplied(broker);
            transactionsOfAnOlderCluster(broker);
        }
    }

    /** Asked by a machine whose clock is an hour ahead of the same feeds. */
    private void theClockAnHourOff(Wire wire) throws Exception {
        Path config = Files.writeString(folder.resolve("clock.yaml"), wire.yaml("https://doctor.example"));
        DoctorFeeds.Outcome outcome = DoctorFeeds.ask(
                Parts.ingestConfig(new ConfigLoader(name -> null).load(config).config()),
                InstantSource.offset(InstantSource.system(), Duration.ofHours(1)));
        assertThat(DoctorMachine.clock(Instant.now(), outcome.ahead()).good()).isFalse();
        assertThat(outcome.ahead()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    private void theTopicsOnceApplied(EmbeddedBroker broker) throws Exception {
        String yaml = "kafka: { bootstrap.servers: \"" + broker.bootstrapServers() + "\" }\n";
        assertThat(command(yaml, "topics", "diff").code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(command(yaml, "topics", "apply").code()).isEqualTo(ExitCode.OK);
        assertThat(command(yaml, "topics", "diff").out()).contains("no difference");
        String alerts = "visitwatch.alerts.v1";
        try (Admin admin = Admin.create(client(broker))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, alerts),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        Ran changed = command(yaml, "topics", "diff");
        assertThat(changed.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(changed.out()).containsPattern(alerts + ": retention.ms is 1000");
        assertThat(command(yaml, "topics", "apply").out()).contains("set " + alerts + ": retention.ms");
        assertThat(command(yaml, "topics", "diff").code()).isEqualTo(ExitCode.OK);
    }

    private void transactionsOfAnOlderCluster(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(client(broker))) {
            admin.updateFeatures(
                            Map.of(
                                    "transaction.version",
                                    new FeatureUpdate((short) 1, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE)),
                            new UpdateFeaturesOptions())
                    .all()
                    .get();
        }
        Ran ran = command(
                "kafka: { bootstrap.servers: \"" + broker.bootstrapServers() + "\" }\n", "doctor", "--no-feeds");
        assertThat(ran.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ran.out())
                .containsPattern("WRONG +broker +transaction.version 1, 2 needed: kafka-features.sh")
                .containsPattern("ok +broker +metadata.version 4")
                .containsPattern("ok +topics +as the contract has them");
    }

    private static Map<String, Object> client(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    @Test
    void namesEveryThingAMachineLacks() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        Process doctor = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -n 512; exec \"$@\"",
                        "doctor",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-Djava.io.tmpdir=" + folder.resolve("no-such-folder"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "--data",
                        notAFolder.resolve("data").toString(),
                        "doctor",
                        "--json",
                        "--no-feeds")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Boolean> found = new TreeMap<>();
        for (String line : new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(text -> text.startsWith("{"))
                .toList()) {
            JsonNode finding = Json.mapper().readTree(line);
            found.merge(finding.path("check").asText(), finding.path("ok").asBoolean(), Boolean::logicalAnd);
        }
        assertThat(doctor.waitFor()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(found)
                .containsEntry("java", true)
                .containsEntry("heap", false)
                .containsEntry("files", false)
                .containsEntry("tmp", false)
                .containsEntry("stores", false)
                .containsEntry("data", false)
                .containsEntry("broker", false);
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
        return command(yaml, "doctor");
    }

    private Ran command(String yaml, String... words) throws Exception {
        Path config = Files.writeString(folder.resolve("doctor.yaml"), yaml);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(
                "--config", config.toString(), "--data", folder.resolve("data").toString()));
        all.addAll(List.of(words));
        int code = Visitwatch.execute(
                new Console(new ByteArrayInputStream(new byte[0]), printer, printer, false),
                name -> null,
                all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8));
    }
}
