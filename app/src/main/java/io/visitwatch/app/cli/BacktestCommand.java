package io.visitwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.app.backtest.Comparison;
import io.visitwatch.app.backtest.ComparisonHtml;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.score.Score;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.detect.Detector;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
                "Replay archives under two configurations and report the visits gained, lost, told earlier or later,"
                        + " or changed, as backtest.json and backtest.html.")
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

    @Option(names = "--threads", paramLabel = "N", description = "Threads; all cores when missing.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        Side sideA = side(root, a, "a");
        Side sideB = side(root, b, "b");
        Comparison comparison = Comparison.of(sideA.visits(), sideB.visits());
        Files.writeString(
                out.resolve("backtest.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report(comparison, sideA, sideB))
                        + "\n");
        Files.writeString(
                out.resolve("backtest.html"),
                ComparisonHtml.page(comparison, a.toString(), b.toString(), sideA.score(), sideB.score()));
        comparison.differences().forEach(difference -> root.out().println(Json.write(difference)));
        root.talk()
                .say(
                        "A %d visits, B %d visits, %s; report in %s",
                        comparison.visitsA(), comparison.visitsB(), comparison.counts(), out.resolve("backtest.html"));
        return ExitCode.OK;
    }

    private static Map<String, Object> report(Comparison comparison, Side a, Side b) {
        Map<String, Object> report = new java.util.LinkedHashMap<>();
        report.put("visitsA", comparison.visitsA());
        report.put("visitsB", comparison.visitsB());
        report.put("counts", comparison.counts());
        if (a.score() != null && b.score() != null) {
            report.put("scoreA", a.score());
            report.put("scoreB", b.score());
        }
        report.put("differences", comparison.differences());
        return report;
    }

    private Side side(Visitwatch root, Path config, String name) throws IOException {
        LoadedConfig loaded = root.config(config);
        ReplayRules rules = ReplayRules.of(loaded);
        Enricher enricher = Enricher.create(rules.enrich());
        Path folder = out.resolve(name);
        List<ReplaySource> opened = ReplayCommand.open(sources);
        try (ReplayCommand.Bar bar = new ReplayCommand.Bar(root.talk(), "replay " + name)) {
            new Replay(opened, folder, rules, enricher, threads).run(bar);
        }
        List<Visit> visits = JsonFiles.read(folder.resolve("visits.jsonl").toString(), Visit.class, root.console());
        return new Side(visits, score(root, new Detector(enricher)));
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

    private record Side(List<Visit> visits, @Nullable Score score) {}
}
