package io.visitwatch.app.cli;

import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.replay.ReplaySummary;
import io.visitwatch.app.replay.Sources;
import io.visitwatch.enrich.Enricher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** History through the same code as the service, under a scope of its own. */
@Command(
        name = "replay",
        description = "Read archives again (.jsonl, .warc, folders of pages and feeds, each also .gz) and write"
                + " alerts.jsonl, visits.jsonl, dead-letters.jsonl and summary.json. Resumes after an interruption.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Archives, in any order.")
    private List<Path> sources;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the results.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; all cores when missing.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fresh", description = "Forget an interrupted replay in DIR.")
    private boolean fresh;

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        ReplayRules rules = ReplayRules.of(root.config());
        Replay replay = new Replay(open(sources), out, rules, Enricher.create(rules.enrich()), threads);
        if (fresh) {
            replay.fresh();
        }
        ReplaySummary summary;
        try (Bar bar = new Bar(root.talk(), "replay")) {
            summary = replay.run(bar);
        }
        root.talk()
                .say(
                        "%,d items, %,d visits, alerts %s, %,d unreadable; %.1f s, %,d items/s; results in %s",
                        summary.items(),
                        summary.visits(),
                        summary.alerts(),
                        summary.unreadable(),
                        summary.seconds(),
                        summary.itemsPerSecond(),
                        out);
        return summary.unreadable() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    /** The archives at these paths. */
    static List<ReplaySource> open(List<Path> sources) {
        List<ReplaySource> opened = new ArrayList<>();
        for (Path source : sources) {
            try {
                opened.add(Sources.of(source));
            } catch (IllegalArgumentException e) {
                throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
            }
        }
        return opened;
    }

    /** The listener that shows a bar in thousandths of the present source. */
    static final class Bar implements Replay.Listener, AutoCloseable {
        private final Progress progress;
        private final Talk talk;

        Bar(Talk talk, String name) {
            this.talk = talk;
            this.progress = Progress.counting(talk, name);
        }

        @Override
        public void resumed(long items) {
            if (items > 0) {
                talk.say("resumed after %,d items of an interrupted replay", items);
            }
        }

        @Override
        public void step(double share) {
            progress.share(share);
            progress.step();
        }

        @Override
        public void close() {
            progress.close();
        }
    }
}
