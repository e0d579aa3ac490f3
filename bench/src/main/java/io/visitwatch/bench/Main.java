package io.visitwatch.bench;

import io.visitwatch.bench.alerts.AlertLatency;
import io.visitwatch.bench.parts.DetectRate;
import io.visitwatch.bench.parts.ExtractionCost;
import io.visitwatch.bench.parts.FeedGrowth;
import io.visitwatch.bench.parts.FeedReading;
import io.visitwatch.bench.parts.Growth;
import io.visitwatch.bench.parts.NameLoading;
import io.visitwatch.bench.parts.OpenVisits;
import io.visitwatch.bench.parts.Tagging;
import io.visitwatch.bench.pipeline.EnrichThroughput;
import io.visitwatch.bench.pipeline.FirstAlert;
import io.visitwatch.bench.pipeline.HopLatency;
import io.visitwatch.bench.pipeline.IdleService;
import io.visitwatch.bench.pipeline.NewsLatency;
import io.visitwatch.bench.pipeline.ReplayRate;
import io.visitwatch.bench.pipeline.TopicReplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what is named on the command line, or everything, and writes the table. */
public final class Main {
    private static final List<Measurement> ALL = List.of(
            new Tagging(),
            new NameLoading(),
            new Growth(),
            new OpenVisits(),
            new FeedGrowth(),
            new DetectRate(),
            new ReplayRate(),
            new TopicReplay(),
            new ExtractionCost(),
            new FeedReading(),
            new EnrichThroughput(),
            new HopLatency(),
            new AlertLatency(),
            new NewsLatency(),
            new IdleService(),
            new FirstAlert());

    private Main() {}

    /**
     * Runs it.
     *
     * @param args {@code RESULTS REPORT DATA ROUNDS [NAME...]}: file of kept rows, the table to write, folder of development
     *     data, number of rounds, and names of rows
     */
    public static void main(String[] args) throws Exception {
        Results results = Results.open(Path.of(args[0]));
        Measurement.Setup setup = new Measurement.Setup(Integer.parseInt(args[3]), Path.of(args[2]));
        List<String> wanted = List.of(args).subList(4, args.length);
        List<String> order = new ArrayList<>();
        for (Measurement each : ALL) {
            order.addAll(each.ids());
        }
        List<String> unknown = wanted.stream().filter(id -> !order.contains(id)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("bench: no row " + unknown + "; there are " + order);
            System.exit(2);
        }
        System.out.println(Machine.line());
        for (Measurement each : ALL) {
            if (wanted.isEmpty() || each.ids().stream().anyMatch(wanted::contains)) {
                for (Row row : each.run(setup)) {
                    results.put(row);
                    System.out.println(row.id() + ": " + Row.number(row.median()) + " " + row.unit() + " ("
                            + row.spread() + "), goal " + row.goal() + (row.met() ? ", met; " : ", MISSED; ")
                            + row.detail());
                }
            }
        }
        Report.write(Path.of(args[1]), results.rows(), order);
        System.exit(0); // brokers leave threads behind
    }
}
