package io.visitwatch.app.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every measure as the corpus's own scorer counts it, over its labels, where both lie beside this tree. */
class ScoreLikeCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("visitwatch.corpus", "../../shared/corpus"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyMeasureOfFaultyPredictionsIsTheSame() throws Exception {
        Path scorer = CORPUS.resolve("score.py");
        Path labels = CORPUS.resolve("dev.gold.jsonl");
        assumeThat(scorer).exists();
        assumeThat(labels).exists();
        List<JsonNode> gold = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            gold.add(Json.mapper().readTree(line));
        }
        for (int seed = 1; seed <= 3; seed++) {
            Map<String, JsonNode> predictions = predictions(gold, new Random(seed));
            Path file = Files.write(
                    folder.resolve("pred-" + seed + ".jsonl"),
                    predictions.values().stream().map(JsonNode::toString).toList());
            JsonNode theirs = theirs(scorer, labels, file);
            JsonNode ours = Json.mapper().readTree(Json.write(Score.of(gold, predictions)));
            assertThat(ours).isEqualTo(theirs);
        }
    }

    /** The labels with every kind of fault: missed, invented, other place, status, names, groups, or no prediction at all. */
    private static Map<String, JsonNode> predictions(List<JsonNode> gold, Random random) {
        Map<String, JsonNode> predictions = new HashMap<>();
        List<String> names = new ArrayList<>();
        gold.forEach(label ->
                label.path("visitors").forEach(v -> names.add(v.path("name").asText())));
        for (JsonNode label : gold) {
            if (random.nextInt(20) == 0) {
                continue;
            }
            boolean right = label.path("label").asText().equals("pos");
            ObjectNode prediction = Json.mapper().createObjectNode();
            prediction.put("id", label.path("id").asText());
            prediction.put("alert", random.nextInt(5) == 0 ? !right : right);
            prediction.put("place", pick(random, label.path("place").asText("other"), "baghdad", "iraq", null));
            prediction.put(
                    "status", pick(random, label.path("status").asText("planned"), "happening", "cancelled", null));
            prediction.put(
                    "visit_key",
                    random.nextInt(6) == 0
                            ? "key" + random.nextInt(9)
                            : label.path("visit_id").asText(""));
            ArrayNode visitors = prediction.putArray("visitors");
            label.path("visitors").forEach(visitor -> {
                ObjectNode said = visitor.deepCopy();
                if (random.nextInt(4) == 0) {
                    said.put("name", names.get(random.nextInt(names.size())));
                }
                if (random.nextInt(8) != 0) {
                    visitors.add(said);
                }
            });
            predictions.put(label.path("id").asText(), prediction);
        }
        return predictions;
    }

    private static @org.jspecify.annotations.Nullable String pick(
            Random random, String right, String one, String other, @org.jspecify.annotations.Nullable String none) {
        return switch (random.nextInt(8)) {
            case 0 -> one;
            case 1 -> other;
            case 2 -> none;
            default -> right;
        };
    }

    private static JsonNode theirs(Path scorer, Path labels, Path predictions)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "python3",
                        scorer.toString(),
                        "--pred",
                        predictions.toString(),
                        "--gold",
                        labels.toString(),
                        "--json")
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Json.mapper().readTree(text);
    }
}
