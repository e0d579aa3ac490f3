package io.visitwatch.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.AclNeeds;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Part;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that ask who is there: SCRAM with an authorizer, client certificates, bearer tokens; set by {@code kafka.*} alone. */
class SecuredBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Topics TOPICS = Topics.standard();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Map<String, String> secrets = new HashMap<>();

    @Test
    void eachPartRunsWithTheRightsThatCheckNamesAndHasNoOthers() throws Exception {
        Map<String, String> settings = sasl("PLAIN,SCRAM-SHA-512", "PLAIN", plain("admin"));
        settings.put("listener.name.plaintext.scram-sha-512.sasl.jaas.config", scramModule() + ";");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:admin;User:ANONYMOUS"); // the controller's own listener knows no names
        List<AutoCloseable> running = new ArrayList<>();
        try (EmbeddedBroker broker = broker(settings);
                Wire wire = Wire.open(2)) {
            try (Admin admin = Admin.create(Map.of(
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    "security.protocol",
                    "SASL_PLAINTEXT",
                    "sasl.mechanism",
                    "PLAIN",
                    "sasl.jaas.config",
                    plain("admin")))) {
                grant(admin, "operator", AclNeeds.ofTopics(TOPICS));
                for (Part part : List.of(Part.ingest, Part.enrich, Part.alerts, Part.api)) {
                    grant(admin, part.name(), AclNeeds.of(part, TOPICS));
                }
            }
            applyTopics(load("operator", scram(broker, "operator")));
            wire.write(8);
            try {
                Service api = null;
                for (Part part : List.of(Part.ingest, Part.enrich, Part.alerts, Part.api)) {
                    LoadedConfig config =
                            load(part.name(), scram(broker, part.name()) + wire.yaml("https://acl.example"));
                    ServiceOptions options = ServiceOptions.of(config, Set.of(part), folder.resolve("data-" + part))
                            .withApi(config.config().api().withPort(0));
                    api = Service.start(options, InstantSource.system());
                    running.add(api);
                }
                Service board = java.util.Objects.requireNonNull(api);
                await().atMost(PATIENCE)
                        .until(() -> !board.board().alerts().entries().isEmpty());
                await().atMost(PATIENCE).until(() -> !wire.told().isEmpty());
                assertThat(board.health().ready()).isTrue();
                refused(broker);
            } finally {
                for (AutoCloseable each : running) {
                    each.close();
                }
            }
        }
    }

    /** Who reads articles has no business writing alerts, and a wrong password opens nothing. */
    private void refused(EmbeddedBroker broker) throws Exception {
        Map<String, Object> enrich =
                new HashMap<>(access(load("enrich", scram(broker, "enrich"))).client());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(enrich, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(
                                    new ProducerRecord<>(TOPICS.alerts().name(), "x", "{}"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
        String wrong = scram(broker, "enrich");
        secrets.computeIfPresent("enrich", (user, module) -> module.replace("enrich-secret", "guessed"));
        assertThatThrownBy(() -> applyTopics(load("wrong", wrong)))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("Authentication failed");
    }

    @Test
    void clientCertificatesPassThrough() throws Exception {
        Path keys = keystore();
        Map<String, String> settings = new HashMap<>();
        settings.put("listener.security.protocol.map", "PLAINTEXT:SSL,CONTROLLER:PLAINTEXT");
        settings.put("ssl.client.auth", "required");
        ssl(keys).forEach(settings::put);
        try (EmbeddedBroker broker = broker(settings)) {
            StringBuilder yaml = new StringBuilder(kafka(broker, "SSL"));
            ssl(keys)
                    .forEach((key, value) -> yaml.append("  ")
                            .append(key)
                            .append(": ")
                            .append(secret(key, value))
                            .append('\n'));
            assertThat(applyTopics(load("tls", yaml.toString())))
                    .isEqualTo(TOPICS.all().size());
            String without = yaml.toString().replaceAll("  ssl.key.*\n", "");
            assertThatThrownBy(() -> applyTopics(load("without", without))).isInstanceOf(BrokerException.class);
        }
    }

    @Test
    void bearerTokensPassThrough() throws Exception {
        String module = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
                + " unsecuredLoginStringClaim_sub=\"visitwatch\";";
        try (EmbeddedBroker broker = broker(sasl("OAUTHBEARER", "OAUTHBEARER", module))) {
            String yaml = kafka(broker, "SASL_PLAINTEXT") + "  sasl.mechanism: OAUTHBEARER\n  sasl.jaas.config: "
                    + secret("bearer", module) + "\n";
            assertThat(applyTopics(load("bearer", yaml))).isEqualTo(TOPICS.all().size());
        }
    }

    private EmbeddedBroker broker(Map<String, String> settings) {
        return EmbeddedBroker.start(
                new BrokerConfig(folder.resolve("broker"), BrokerConfig.LOOPBACK, 0, Duration.ofMinutes(2), settings));
    }

    private static Map<String, String> sasl(String mechanisms, String own, String module) {
        Map<String, String> settings = new HashMap<>();
        settings.put("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", mechanisms);
        settings.put("sasl.mechanism.inter.broker.protocol", own);
        settings.put("listener.name.plaintext." + own.toLowerCase(java.util.Locale.ROOT) + ".sasl.jaas.config", module);
        return settings;
    }

    private static String plain(String user) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + user + "-secret\" user_" + user + "=\"" + user + "-secret\";";
    }

    private static String scramModule() {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required";
    }

    private static void grant(Admin admin, String user, List<AclNeeds.Need> needs) throws Exception {
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        user,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                        (user + "-secret").getBytes(StandardCharsets.UTF_8))))
                .all()
                .get();
        admin.createAcls(needs.stream()
                        .flatMap(need -> need.bindings("User:" + user).stream())
                        .toList())
                .all()
                .get();
    }

    private static String kafka(EmbeddedBroker broker, String protocol) {
        return "kafka:\n  bootstrap.servers: '" + broker.bootstrapServers() + "'\n  security.protocol: " + protocol
                + "\n  request.timeout.ms: 7000\n  default.api.timeout.ms: 8000\n";
    }

    private String scram(EmbeddedBroker broker, String user) {
        return kafka(broker, "SASL_PLAINTEXT") + "  sasl.mechanism: SCRAM-SHA-512\n  sasl.jaas.config: "
                + secret(user, scramModule() + " username=\"" + user + "\" password=\"" + user + "-secret\";") + "\n";
    }

    /** How a configuration names a secret that the environment holds. */
    private String secret(String name, String value) {
        secrets.put(name, value);
        return "'${env:" + name + "}'";
    }

    private LoadedConfig load(String name, String yaml) throws Exception {
        return new ConfigLoader(secrets::get).load(Files.writeString(folder.resolve(name + ".yaml"), yaml));
    }

    private static KafkaAccess access(LoadedConfig config) {
        return KafkaAccess.to(
                String.valueOf(config.config().kafka().client().get("bootstrap.servers")), config.config());
    }

    private static int applyTopics(LoadedConfig config) {
        try (TopicAdmin admin = access(config).admin()) {
            return admin.apply(PATIENCE).size();
        }
    }

    private Map<String, String> ssl(Path keys) {
        return Map.of(
                "ssl.keystore.location", keys.toString(),
                "ssl.keystore.password", "changeit",
                "ssl.key.password", "changeit",
                "ssl.truststore.location", keys.toString(),
                "ssl.truststore.password", "changeit",
                "ssl.endpoint.identification.algorithm", "");
    }

    /** One certificate that signs itself, for both sides. */
    private Path keystore() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "visitwatch",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=visitwatch",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("error");
        assertThat(keytool.waitFor()).isZero();
        return keys;
    }
}
