package io.visitwatch.app.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.visitwatch.model.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose files as compose itself reads and runs them, whichever generation is installed. */
@ContainerTest
class ComposeIT {
    private static final String PROJECT =
            "visitwatch-it-" + ProcessHandle.current().pid();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"docker/compose.yaml", "docker/compose.cluster.yaml"})
    void giveNoServiceMoreThanItNeeds(String file) throws Exception {
        JsonNode services = services(file);
        assertThat(services).isNotEmpty();
        services.properties().forEach(service -> {
            JsonNode it = service.getValue();
            assertThat(texts(it.path("cap_drop"))).as(service.getKey()).containsExactly("ALL");
            assertThat(texts(it.path("security_opt"))).as(service.getKey()).containsExactly("no-new-privileges:true");
            assertThat(ports(it)).as(service.getKey()).allMatch(port -> port.startsWith("127.0.0.1:"));
            if (it.path("image").asText().startsWith("visitwatch")) {
                assertThat(it.path("read_only").asBoolean())
                        .as(service.getKey())
                        .isTrue();
                assertThat(texts(it.path("tmpfs"))).as(service.getKey()).hasSize(1);
            }
        });
    }

    @Test
    void oneContainerReachesTheFirstAlertOfTheNewsroom() throws Exception {
        List<String> files = List.of("docker/compose.yaml");
        try {
            up(files);
            awaitAlert(Duration.ofMinutes(3));
        } finally {
            down(files);
        }
    }

    @Test
    void theClusterReachesTheFirstAlertOfTheNewsroomUnderTheEyesOfPrometheus() throws Exception {
        Path debian = Cli.ROOT.resolve("app/src/test/docker");
        Cli.docker(
                "build",
                "-q",
                "-t",
                "visitwatch-test-prometheus",
                "-f",
                debian + "/prometheus.Dockerfile",
                debian + "");
        List<String> files = List.of("docker/compose.cluster.yaml", debian + "/compose.debian.yaml");
        try {
            up(files);
            awaitAlert(Duration.ofMinutes(6));
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .ignoreExceptions()
                    .until(() -> json("http://127.0.0.1:9090/api/v1/query?query=sum%28up%29")
                                    .at("/data/result/0/value/1")
                                    .asInt()
                            == 7);
        } finally {
            down(files);
        }
    }

    private static void awaitAlert(Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() -> json("http://127.0.0.1:8095/api/v1/alerts")
                                .path("total")
                                .asInt()
                        > 0);
    }

    /** {@code compose up --build} as documented, in the background. */
    private static void up(List<String> files) throws Exception {
        Cli.must(compose(files, "up", "-d", "--build"));
    }

    private static void down(List<String> files) throws Exception {
        Cli.must(compose(files, "down", "-v", "-t", "5"));
    }

    private static JsonNode services(String file) throws Exception {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Cli.must(compose(List.of(file), "config")))
                .path("services");
    }

    private static List<String> compose(List<String> files, String... verb) throws Exception {
        boolean second = Cli.run(List.of("docker", "compose", "version")).exit() == 0;
        List<String> command = new ArrayList<>(second ? List.of("docker", "compose") : List.of("docker-compose"));
        files.forEach(file -> command.addAll(List.of("-f", file)));
        command.addAll(List.of("-p", PROJECT));
        command.addAll(List.of(verb));
        return command;
    }

    private static JsonNode json(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .build();
        return Json.mapper()
                .readTree(
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Published ports in the short form; the second generation prints the long one. */
    private static List<String> ports(JsonNode service) {
        List<String> ports = new ArrayList<>();
        service.path("ports")
                .forEach(port -> ports.add(
                        port.isTextual()
                                ? port.asText()
                                : port.path("host_ip").asText() + ":"
                                        + port.path("published").asText()));
        return ports;
    }
}
