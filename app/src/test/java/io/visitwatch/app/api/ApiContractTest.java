package io.visitwatch.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.command.Verdict;
import io.visitwatch.app.SampleVisits;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.run.Board;
import io.visitwatch.app.run.Boards;
import io.visitwatch.app.run.Health;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The API keeps to its document, and takes verdicts from the right hands only. */
class ApiContractTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    private final Board board =
            Boards.of(List.of(SampleVisits.visit("v1", "Ada Nord", "NO", "2026-11-21", VisitStatus.ARRIVED, "a1")));
    private final List<Command> taken = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private ApiServer api = start(List.of());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void servesWhatItsDocumentSaysAndNothingElse() throws Exception {
        JsonNode document = Json.mapper().readTree(get("/openapi.json").body());
        TreeSet<String> said = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> said.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(api.routes()).containsExactlyElementsOf(said).hasSizeGreaterThan(14);
    }

    @Test
    void answersEveryPathOfTheDocumentWithoutAnError() throws Exception {
        for (String route : api.routes()) {
            String path = route.substring(route.indexOf(' ') + 1).replace("{id}", "v1");
            if (route.startsWith("GET ") && !path.contains("/stream/") && !path.contains("/alerts/v1")) {
                assertThat(get(path).statusCode()).as(route).isEqualTo(200);
            }
        }
    }

    @Test
    void takesAVerdictAsAFormAndGoesBack() throws Exception {
        HttpResponse<String> answer = post("visitId=v1&verdict=confirm&by=Rana&back=/visits/v1", Map.of());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).hasValue("/visits/v1");
        assertThat(taken).singleElement().satisfies(command -> {
            assertThat(command.verdict()).isEqualTo(Verdict.CONFIRM);
            assertThat(command.by()).isEqualTo("Rana");
            assertThat(command.at()).isEqualTo(NOW);
        });
    }

    @Test
    void goesBackNowhereElse() throws Exception {
        assertThat(post("visitId=v1&verdict=confirm&by=Rana&back=https://evil.example/visits/", Map.of())
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void refusesWhatIsIncompleteUnknownOrFromAnotherSite() throws Exception {
        assertThat(post("visitId=v1&verdict=confirm", Map.of()).body()).contains("the form lacks by");
        assertThat(post("visitId=v1&verdict=praise&by=Rana", Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(post("visitId=v9&verdict=confirm&by=Rana", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(post("visitId=v1&verdict=merge&by=Rana&otherVisitId=v9", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("visitId=v1&verdict=silence&by=Rana&until=soon", Map.of())
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("visitId=v1&verdict=confirm&by=Rana", Map.of("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("visitId=v1&verdict=confirm&by=Rana", Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(taken).isEmpty();
    }

    @Test
    void wantsATokenThatMayChangeThingsWhereOneIsConfigured() throws Exception {
        api.close();
        api = start(List.of(new ApiSettings.Token(
                "desk", "b83c697b835c8080352e0eb80f5272354587201c1656037d0e5a89960375754a", true)));
        String verdict = "visitId=v1&verdict=confirm&by=Rana";
        assertThat(post(verdict, Map.of()).statusCode()).isEqualTo(401);
        assertThat(post(verdict + "&token=wrong", Map.of()).statusCode()).isEqualTo(401);
        assertThat(taken).isEmpty();
        assertThat(post(verdict + "&token=secret-of-the-desk", Map.of()).statusCode())
                .isEqualTo(202);
        assertThat(taken).hasSize(1);
    }

    private ApiServer start(List<ApiSettings.Token> tokens) {
        ApiSettings settings = new ApiSettings("127.0.0.1", 0, false, tokens, List.of());
        Health health = new Health();
        health.watch("api", () -> Health.State.UP);
        return ApiServer.start(
                settings,
                new ApiData(board, health, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), List::of),
                List.of(new CommandRoutes(settings, board, taken::add, () -> NOW)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(api.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.url() + "/api/v1/commands"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
