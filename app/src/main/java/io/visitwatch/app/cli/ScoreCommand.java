package io.visitwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.app.score.KnownVisits;
import io.visitwatch.app.score.Score;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predictions against labels, or alerts against a list of known visits. */
@Command(
        name = "score",
        description =
                "Score predictions of detect against labelled documents (--pred, --gold), or the alerts of a replay"
                        + " against known visits (--alerts, --visits: CSV with person,country,place,start,end).")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--pred", paramLabel = "FILE", description = "Predictions, JSON lines.")
    private @Nullable String predictions;

    @Option(names = "--gold", paramLabel = "FILE", arity = "1..*", description = "Labelled documents, JSON lines.")
    private List<String> gold = List.of();

    @Option(names = "--by", paramLabel = "FIELD", description = "Also for each value of this field: set, lang, …")
    private @Nullable String by;

    @Option(names = "--alerts", paramLabel = "FILE", description = "Alerts of a replay, JSON lines.")
    private @Nullable String alerts;

    @Option(names = "--visits", paramLabel = "CSV", description = "Known visits.")
    private @Nullable Path known;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        if (predictions != null && !gold.isEmpty()) {
            scoreLabels(root, predictions);
        } else if (alerts != null && known != null) {
            scoreVisits(root, alerts, known);
        } else {
            throw new Refusal(ExitCode.USAGE, "give --pred and --gold, or --alerts and --visits");
        }
        return ExitCode.OK;
    }

    private void scoreLabels(Visitwatch root, String file) throws IOException {
        List<JsonNode> labels = new ArrayList<>();
        for (String each : gold) {
            labels.addAll(JsonFiles.read(each, JsonNode.class, root.console()));
        }
        Map<String, JsonNode> found = JsonFiles.byId(file, root.console());
        Map<String, Score> scores = new TreeMap<>();
        scores.put("", Score.of(labels, found));
        if (by != null) {
            String field = by;
            Map<String, List<JsonNode>> parts = new TreeMap<>();
            labels.forEach(label -> parts.computeIfAbsent(label.path(field).asText("none"), value -> new ArrayList<>())
                    .add(label));
            parts.forEach((value, part) -> scores.put(field + " = " + value, Score.of(part, found)));
        }
        scores.forEach((name, score) ->
                root.out().println(json ? Json.write(Map.of("part", name, "score", score)) : text(name, score)));
    }

    private void scoreVisits(Visitwatch root, String file, Path csv) throws IOException {
        KnownVisits visits = parse(csv);
        List<KnownVisits.Sighting> sightings = new ArrayList<>();
        JsonFiles.forEach(file, Alert.class, root.console(), alert -> sightings.add(KnownVisits.Sighting.of(alert)));
        KnownVisits.Result result = visits.score(sightings);
        root.out().println(json ? Json.write(result) : result.text());
    }

    /** Reads a list of known visits, or refuses it. */
    static KnownVisits parse(Path csv) throws IOException {
        try {
            return KnownVisits.parse(csv.getFileName().toString(), Files.readAllLines(csv));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "%-16s items %d, reports %d; alert P %.3f R %.3f F1 %.3f; visitors F1 %.3f; status %.3f; place %.3f;"
                        + " clusters F1 %.3f (alerted %.3f)",
                name.isEmpty() ? "all" : name,
                score.items(),
                score.positives(),
                score.alert().precision(),
                score.alert().recall(),
                score.alert().f1(),
                score.visitors().ratio().f1(),
                score.statusAccuracy(),
                score.placeAccuracy(),
                score.clusters().f1(),
                score.clustersAlerted().f1());
    }
}
