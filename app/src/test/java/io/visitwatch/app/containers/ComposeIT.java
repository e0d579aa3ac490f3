package io.visitwatch.app.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose files as compose itself reads them, whichever generation is installed. */
@ContainerTest
class ComposeIT {
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

    private static JsonNode services(String file) throws Exception {
        boolean second = Cli.run(List.of("docker", "compose", "version")).exit() == 0;
        List<String> command = new ArrayList<>(second ? List.of("docker", "compose") : List.of("docker-compose"));
        command.addAll(List.of("-f", file, "config"));
        return new ObjectMapper(new YAMLFactory()).readTree(Cli.must(command)).path("services");
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
