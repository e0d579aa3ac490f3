package io.visitwatch.bench.pipeline;

import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Row;
import java.util.ArrayList;
import java.util.List;

/** The whole service with 100 feeds and 10,000 articles a day: what it holds and what it uses, broker included. */
public final class IdleService implements Measurement {
    private static final int FEEDS = 100;
    private static final double PER_SECOND = 10_000 / 86_400.0;
    private static final long SETTLES = 60_000;
    private static final long WINDOW = 20_000;

    @Override
    public List<String> ids() {
        return List.of("idle-memory", "idle-processor");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        if (!Launcher.isThere()) {
            System.out.println("idle: not in the tree of the project, not measured");
            return List.of();
        }
        List<Double> memory = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        try (Town town = Town.open(FEEDS, PER_SECOND, 10);
                Running service = Running.start(town.config("60s"))) {
            Thread.sleep(SETTLES);
            for (int round = 0; round < setup.rounds(); round++) {
                double before = service.processorSeconds();
                long start = System.nanoTime();
                Thread.sleep(WINDOW);
                double seconds = (System.nanoTime() - start) / 1e9;
                processor.add((service.processorSeconds() - before) / seconds * 100);
                memory.add(service.residentMegabytes());
            }
        }
        String detail = "`./visitwatch run`, " + FEEDS
                + " local feeds each polled every minute, 10,000 articles a day, windows of " + WINDOW / 1_000
                + " s after the first minute";
        return List.of(
                row(
                        "idle-memory",
                        "whole service, nearly idle: resident memory",
                        "≤ 600 MB",
                        600,
                        "MB",
                        memory,
                        detail),
                row("idle-processor", "the same: processor time of one core", "≤ 8 %", 8, "%", processor, detail));
    }

    private static Row row(
            String id, String measure, String goal, double limit, String unit, List<Double> values, String detail) {
        return new Row(id, measure, "–", goal, Row.Bound.AT_MOST, limit, unit, values, detail);
    }
}
