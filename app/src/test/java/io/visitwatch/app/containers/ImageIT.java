package io.visitwatch.app.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The image, built from this tree and started by the very command that docs/operations.md tells people to type. */
@ContainerTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImageIT {
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^docker run (?:.*\\\\\\R)*.* visitwatch$");
    private static final String NAME =
            "visitwatch-it-" + ProcessHandle.current().pid();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void buildAndStart() throws Exception {
        assertThat(Cli.ROOT.resolve("app/target/image/rocksdbjni-linux.jar"))
                .as("built by mvn package without -Dfast")
                .exists();
        Cli.docker("build", "-q", "-f", "docker/Dockerfile", "-t", NAME, ".");
        Cli.must(command());
    }

    @AfterAll
    static void remove() throws Exception {
        Cli.run(List.of("docker", "rm", "-f", NAME));
        Cli.run(List.of("docker", "volume", "rm", NAME));
        Cli.run(List.of("docker", "rmi", NAME));
    }

    @Test
    @Order(1)
    void becomesHealthyAndTellsAnAlert() throws Exception {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> inspect("{{.State.Health.Status}}").equals("healthy"));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !items("/api/v1/alerts?change=NEW_VISIT").isEmpty());
        JsonNode alert = items("/api/v1/alerts?change=NEW_VISIT").path(0);
        assertThat(alert.path("change").asText()).isEqualTo("NEW_VISIT");
        assertThat(alert.path("visit").path("visitors")).isNotEmpty();
    }

    @Test
    @Order(2)
    void runsWithoutRightsOnARootItCannotWrite() throws Exception {
        assertThat(inspect("{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}"))
                .isEqualTo("true [ALL] [no-new-privileges]");
        assertThat(Cli.docker("exec", NAME, "id", "-u")).isEqualTo("10001");
        assertThat(Cli.docker("exec", NAME, "grep", "CapEff", "/proc/1/status")).matches("CapEff:\\s+0+");
        for (String folder : List.of("/", "/opt/visitwatch/lib", "/etc/visitwatch", "/var/tmp")) {
            assertThat(Cli.run(List.of("docker", "exec", NAME, "touch", folder + "/x"))
                            .text())
                    .contains("Read-only file system");
        }
        assertThat(Cli.docker("exec", NAME, "sh", "-c", "ls /data/broker | head -1"))
                .isNotEmpty();
    }

    @Test
    @Order(3)
    void bringsNativeCodeForThisPlatformOnly() throws Exception {
        assertThat(Cli.docker("exec", NAME, "ls", "/opt/visitwatch/lib"))
                .contains("rocksdbjni-linux.jar", "kafka-streams")
                .doesNotContainPattern("rocksdbjni-[0-9]|scala-reflect");
        assertThat(Long.parseLong(
                        Cli.docker("exec", NAME, "du", "-sm", "/opt/visitwatch").replaceFirst("\\s.*", "")))
                .as("MB of the service without the Java runtime")
                .isLessThan(100);
    }

    @Test
    @Order(4)
    void stopsInOrderWhenToldTo() throws Exception {
        Process waiting = new ProcessBuilder("docker", "wait", NAME).start();
        Cli.docker("stop", "-t", "45", NAME);
        String code = new String(waiting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(code.strip()).isEqualTo("143");
    }

    /** The documented command, in the background and under names that no other run uses. */
    private static List<String> command() throws IOException {
        Matcher found = DOCUMENTED.matcher(Files.readString(Cli.ROOT.resolve("docs/operations.md")));
        assertThat(found.find()).as("docs/operations.md shows a docker run").isTrue();
        List<String> words =
                new ArrayList<>(List.of(found.group().replace("\\\n", " ").split("\\s+", -1)));
        words.addAll(2, List.of("-d", "--name", NAME));
        words.replaceAll(word -> switch (word) {
            case "visitwatch" -> NAME;
            case "visitwatch-data:/data" -> NAME + ":/data";
            case "127.0.0.1:8095:8095" -> "127.0.0.1::8095";
            default -> word;
        });
        return words;
    }

    private static String inspect(String format) throws Exception {
        return Cli.docker("inspect", "--format", format, NAME);
    }

    private static JsonNode items(String path) throws Exception {
        String address = Cli.docker("port", NAME, "8095").lines().findFirst().orElseThrow();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + address + path)).build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("items");
    }
}
