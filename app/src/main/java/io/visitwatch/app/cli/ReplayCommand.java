package io.visitwatch.app.cli;

import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.replay.ArticleRange;
import io.visitwatch.app.replay.Replay;
import io.visitwatch.app.replay.ReplayFolder;
import io.visitwatch.app.replay.ReplayRules;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.replay.ReplaySummary;
import io.visitwatch.app.replay.Sources;
import io.visitwatch.app.replay.TopicSource;
import io.visitwatch.enrich.Enricher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** History through the same code as the service, under a scope of its own. */
@Command(
        name = "replay",
        description =
                "Read archives again (.jsonl, .warc, folders of pages and feeds, each also .gz, or the articles topic)"
                        + " and write alerts.jsonl, visits.jsonl, dead-letters.jsonl and summary.json. Resumes after an"
                        + " interruption.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "Archives, in any order.")
    private List<Path> sources = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the results.")
    private @Nullable Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that read articles; all cores when missing.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fresh", description = "Forget an interrupted replay in DIR.")
    private boolean fresh;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Read this topic of a running installation too: articles.")
    private @Nullable String topic;

    @Option(
            names = "--from",
            paramLabel = "TIME|OFFSET",
            description =
                    "With --topic: articles of this time and later (2024-05-01, 2024-05-01T06:00:00Z), or from this"
                            + " offset on (1200, or 0:1200,1:900 by partition).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME|OFFSET",
            description = "With --topic: articles before this time or offset.")
    private @Nullable String to;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private ReplayKafkaOptions kafka = new ReplayKafkaOptions();

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        LoadedConfig loaded = root.config();
        ReplayRules rules = ReplayRules.of(loaded);
        if (kafka.joins()) {
            kafka.join(root, loaded, broker.bootstrap(), rules, threads);
            return ExitCode.OK;
        }
        if (threads < 0 || (threads == 0 && !kafka.leads())) {
            throw new Refusal(
                    ExitCode.USAGE, "--threads " + threads + ": at least 1, or 0 with --kafka for others to read");
        }
        ReplayFolder folder = new ReplayFolder(folder());
        if (fresh) {
            folder.clear();
        }
        List<ReplaySource> opened = opened(root, folder);
        Enricher enricher = Enricher.create(rules.enrich());
        ReplaySummary summary;
        try (Bar bar = new Bar(root.talk(), "replay", kafka.leads() ? "begins again" : Bar.RESUMES)) {
            summary = kafka.leads()
                    ? kafka.run(root, loaded, broker.bootstrap(), opened, folder, rules, enricher, threads, fresh, bar)
                    : new Replay(opened, folder.out(), rules, enricher, threads).run(bar);
        }
        say(root, summary, folder.out());
        return summary.unreadable() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private Path folder() {
        if (out == null) {
            throw new Refusal(ExitCode.USAGE, "--out DIR is missing: where are the results to go?");
        }
        return out;
    }

    private List<ReplaySource> opened(Visitwatch root, ReplayFolder folder) throws IOException {
        List<ReplaySource> opened = open(sources);
        if (topic != null) {
            if (!topic.equals("articles")) {
                throw new Refusal(ExitCode.USAGE, "--topic " + topic + ": only articles can be replayed");
            }
            opened.add(
                    TopicSource.of(broker.access(root), range(), folder.work().resolve("articles.json")));
        } else if (from != null || to != null) {
            throw new Refusal(ExitCode.USAGE, "--from and --to go with --topic articles");
        }
        if (opened.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "nothing to replay: name archives, or --topic articles");
        }
        return opened;
    }

    private ArticleRange range() {
        try {
            return ArticleRange.parse(from, to);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private static void say(Visitwatch root, ReplaySummary summary, Path out) {
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

    /** The listener that shows a bar with rate and time left, and what to do next where it is interrupted. */
    static final class Bar implements Replay.Listener, AutoCloseable {
        /** What the same command does after an interruption. */
        static final String RESUMES = "goes on from its last checkpoint";

        private final Progress progress;
        private final Interruption interruption;
        private final Talk talk;

        Bar(Talk talk, String name, String next) {
            this.talk = talk;
            this.progress = Progress.counting(talk, name);
            this.interruption = new Interruption(talk, name + " interrupted: the same command " + next);
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
            interruption.close();
            progress.close();
        }
    }
}
