package io.visitwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.app.backtest.Comparison;
import io.visitwatch.app.backtest.ComparisonHtml;
import io.visitwatch.app.backtest.Measures;
import io.visitwatch.app.backtest.Reading;
import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.score.KnownVisits;
import io.visitwatch.app.score.Score;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.detect.Detector;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two configurations over one archive: what a changed rule would have done. */
@Command(
        name = "backtest",
        description =
                "Replay archives under two configurations and report the alerts gained, lost, told earlier or later, or"
                        + " changed, each with its evidence, as backtest.json and backtest.html.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "Configuration A.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Configuration B.")
    private Path b;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "SOURCE", description = "Archives, as for replay.")
    private List<Path> sources;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the results.")
    private Path out;

    @Option(names = "--docs", paramLabel = "FILE", description = "Labelled documents to score both on, with --gold.")
    private @Nullable String docs;

    @Option(names = "--gold", paramLabel = "FILE", description = "Their labels.")
    private @Nullable String gold;

    @Option(
            names = "--visits",
            paramLabel = "CSV",
            description = "Known visits (person,country,place,start,end), for recall and lead time of both.")
    private @Nullable Path known;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; all cores when missing.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        if ((docs == null) != (gold == null)) {
            throw new Refusal(ExitCode.USAGE, "--docs and --gold go together: documents and their labels");
        }
        Visitwatch root = Visitwatch.of(spec);
        KnownVisits truth = known == null ? null : ScoreCommand.parse(known);
        Side sideA = side(root, a, "a", truth);
        Side sideB = side(root, b, "b", truth);
        Comparison comparison = Comparison.of(sideA.reading(), sideB.reading());
        Files.writeString(
                out.resolve("backtest.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report(comparison, sideA, sideB))
                        + "\n");
        Files.writeString(
                out.resolve("backtest.html"),
                ComparisonHtml.page(comparison, a.toString(), b.toString(), sideA.measures(), sideB.measures()));
        comparison.differences().forEach(difference -> root.out().println(Json.write(difference)));
        root.talk()
                .say(
                        "A %d alerts of %d visits, B %d of %d, %s; report in %s",
                        comparison.alertsA(),
                        comparison.visitsA(),
                        comparison.alertsB(),
                        comparison.visitsB(),
                        comparison.counts(),
                        out.resolve("backtest.html"));
        return ExitCode.OK;
    }

    private static Map<String, Object> report(Comparison comparison, Side a, Side b) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("visitsA", comparison.visitsA());
        report.put("visitsB", comparison.visitsB());
        report.put("alertsA", comparison.alertsA());
        report.put("alertsB", comparison.alertsB());
        report.put("counts", comparison.counts());
        report.put("measuresA", a.measures());
        report.put("measuresB", b.measures());
        report.put("differences", comparison.differences());
        return report;
    }

    private Side side(Visitwatch root, Path config, String name, @Nullable KnownVisits truth) throws IOException {
        ReplayRules rules = ReplayRules.of(root.config(config));
        Enricher enricher = Enricher.create(rules.enrich());
        Path folder = out.resolve(name);
        List<ReplaySource> opened = ReplayCommand.open(sources);
        try (ReplayCommand.Bar bar = new ReplayCommand.Bar(root.talk(), "replay " + name, ReplayCommand.Bar.RESUMES)) {
            new Replay(opened, folder, rules, enricher, threads).run(bar);
        }
        Reading reading = new Reading();
        List<KnownVisits.Sighting> sightings = new ArrayList<>();
        JsonFiles.forEach(folder.resolve("alerts.jsonl").toString(), Alert.class, root.console(), alert -> {
            reading.take(alert);
            sightings.add(KnownVisits.Sighting.of(alert));
        });
        KnownVisits.Result found = truth == null ? null : truth.score(sightings);
        return new Side(reading, new Measures(score(root, new Detector(enricher)), found));
    }

    private @Nullable Score score(Visitwatch root, Detector detector) throws IOException {
        if (docs == null || gold == null) {
            return null;
        }
        Map<String, JsonNode> predictions = new HashMap<>();
        try (BufferedReader reader = Streams.reader(docs, root.console())) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    JsonNode prediction = Json.mapper().readTree(detector.detect(line));
                    predictions.put(prediction.path("id").asText(), prediction);
                }
            }
        }
        return Score.of(JsonFiles.read(gold, JsonNode.class, root.console()), predictions);
    }

    private record Side(Reading reading, Measures measures) {}
}
