package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.app.SampleVisits;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesCommandTest {
    private static final String CONFIG = """
            receivers:
              - {name: desk, kind: log, withhold-plans-up-to-rank: 2}
              - {name: night, kind: log}
              - {name: chat, kind: log}
            routes:
              - {receiver: desk, match: ['country=~"TR|FR|EG"'], continue: true}
              - {receiver: night, match: ["country=TR"], mute-times: [evening]}
              - {receiver: chat, match: ["country=EG"]}
            mute-times:
              - {name: evening, from: "10:00", to: "20:00", zone: UTC}
            silences:
              - {id: s1, match: ["country=FR"], until: 2027-01-01T00:00:00Z, comment: the desk is there itself}
            inhibitions:
              - {name: one-a-day, source: ["country=TR"], target: ["country=EG"]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void saysForEachReceiverWhatBecomesOfAnAlertAndWhy() throws Exception {
        Map<String, String> verdicts = new HashMap<>();
        for (JsonNode line : test()) {
            for (JsonNode decision : line.path("decisions")) {
                String receiver = decision.path("receiver").asText();
                assertThat(decision.path("why").asText()).isNotBlank();
                verdicts.put(
                        line.path("visit").asText() + " " + receiver,
                        decision.path("verdict").asText()
                                + (decision.path("withheld").asBoolean() ? " withheld" : ""));
            }
        }
        assertThat(verdicts)
                .containsOnly(
                        Map.entry("turk desk", "notify withheld"),
                        Map.entry("turk night", "muted"),
                        Map.entry("french desk", "silenced"),
                        Map.entry("egyptian desk", "inhibited"),
                        Map.entry("egyptian chat", "inhibited"));
    }

    @Test
    void tellsWhenNobodyWouldBeTold() throws Exception {
        String text = run("routes", "test", alerts().toString());
        assertThat(text).contains("nobody: no route").contains("silence s1").contains("rule one-a-day");
    }

    @Test
    void showsTheTree() throws Exception {
        assertThat(run("routes", "show")).contains("desk").contains("(goes on)").contains("mute evening");
    }

    private List<JsonNode> test() throws Exception {
        return run("routes", "test", alerts().toString(), "--at", "2026-03-04T12:00:00Z", "--json")
                .lines()
                .map(RoutesCommandTest::parse)
                .toList();
    }

    private Path alerts() throws Exception {
        List<String> lines = List.of(
                Json.write(alert("turk", "TR", VisitStatus.ANNOUNCED)),
                Json.write(alert("french", "FR", VisitStatus.ARRIVED)),
                Json.write(alert("egyptian", "EG", VisitStatus.ARRIVED)),
                Json.write(alert("danish", "DK", VisitStatus.ARRIVED)));
        return Files.write(folder.resolve("alerts.jsonl"), lines);
    }

    private static Alert alert(String id, String country, VisitStatus status) {
        Visit visit = SampleVisits.visit(id, "Minister of " + country, country, "2026-03-04", status, "a-" + id);
        return new Alert(
                "alert-" + id,
                VisitChange.NEW_VISIT,
                visit.openedAt(),
                "told",
                visit,
                null,
                visit.sources().get(0).evidence(),
                visit.sources().get(0).reportId(),
                List.of(),
                List.of(),
                List.of(),
                false,
                "test");
    }

    private String run(String... args) throws Exception {
        Path config = Files.writeString(folder.resolve("visitwatch.yaml"), CONFIG);
        String[] all = new String[args.length + 2];
        all[0] = "-c";
        all[1] = config.toString();
        System.arraycopy(args, 0, all, 2, args.length);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(data, true, StandardCharsets.UTF_8),
                new PrintStream(talk, true, StandardCharsets.UTF_8),
                false);
        assertThat(Visitwatch.execute(console, name -> null, all))
                .as(talk.toString(StandardCharsets.UTF_8))
                .isZero();
        return data.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
