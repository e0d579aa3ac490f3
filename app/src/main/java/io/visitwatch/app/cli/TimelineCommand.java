package io.visitwatch.app.cli;

import io.visitwatch.app.timeline.Timeline;
import io.visitwatch.app.timeline.TimelineChart;
import io.visitwatch.app.timeline.TimelineText;
import io.visitwatch.model.Visit;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Visits per month and country. */
@Command(name = "timeline", description = "Visits per month and country, from the visits.jsonl of a replay.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class TimelineCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "VISITS", description = "visits.jsonl, .gz too; - for standard input.")
    private String visits;

    @Parameters(index = "1", paramLabel = "OUT", defaultValue = "-", description = "- for standard output.")
    private String out;

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "text", description = "text, csv, svg or html.")
    private Format format;

    /** Forms of a timeline; the names are what people type. */
    enum Format {
        text,
        csv,
        svg,
        html
    }

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        Timeline timeline = Timeline.of(JsonFiles.read(visits, Visit.class, root.console()));
        try (PrintStream writer = Streams.writer(out, root.console())) {
            writer.print(
                    switch (format) {
                        case text -> TimelineText.text(timeline);
                        case csv -> TimelineText.csv(timeline);
                        case svg -> TimelineChart.svg(timeline);
                        case html -> TimelineChart.html(timeline, "Visits per month and country");
                    });
        }
        return ExitCode.OK;
    }
}
