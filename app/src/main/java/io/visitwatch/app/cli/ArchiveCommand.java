package io.visitwatch.app.cli;

import io.visitwatch.app.archive.ArchiveFile;
import io.visitwatch.app.archive.ArticleWriter;
import io.visitwatch.app.replay.ArticleRange;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The articles topic as a file, and back. */
@Command(
        name = "archive",
        description = "Export the archive of articles to JSON lines or WARC, and import it again without loss.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ArchiveCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Override
    public void run() {
        spec.commandLine().usage(Visitwatch.of(spec).out());
    }

    /** Forms of an export; the names are what people type. */
    enum Format {
        jsonl,
        warc
    }

    @Command(
            name = "export",
            description = "Write all articles, every revision, partition after partition in the order of the topic.")
    int export(
            @Parameters(paramLabel = "OUT", defaultValue = "-", description = "File, .gz too; - for standard output.")
                    String out,
            @Option(
                            names = "--format",
                            paramLabel = "FORM",
                            description = "jsonl, or warc for web archive tools; by the name of OUT when missing.")
                    @Nullable Format format,
            @Option(
                            names = "--from",
                            paramLabel = "TIME|OFFSET",
                            description = "Articles of this time and later (2024-05-01, UTC), or from this offset on.")
                    @Nullable String from,
            @Option(names = "--to", paramLabel = "TIME|OFFSET", description = "Articles before this time or offset.")
                    @Nullable String to)
            throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        ArticleRange range = range(from, to);
        boolean warc = format == null ? ArchiveFile.isWarc(out) : format == Format.warc;
        String topic = access.topics().articles().name();
        long unreadable = 0;
        try (TopicReader reader = TopicReader.openPast(access, topic, BrokerOptions.PATIENCE);
                OutputStream file = warc ? Streams.plain(out, root.console()) : Streams.writer(out, root.console());
                Progress progress = Progress.counting(root.talk(), "export")) {
            ArticleWriter writer = ArticleWriter.of(file, warc, out.endsWith(".gz"));
            Map<Integer, Long> ends = reader.ends();
            Map<Integer, Long> starts = range.starts(reader.beginnings(), ends);
            Iterator<ConsumerRecord<String, byte[]>> entries = reader.between(starts, range.stops(starts, ends));
            while (entries.hasNext()) {
                ConsumerRecord<String, byte[]> entry = entries.next();
                if (!writer.write(entry.value(), range)) {
                    unreadable++;
                    root.talk().warn(topic + "-" + entry.partition() + "@" + entry.offset() + ": no article, left out");
                }
                progress.step();
            }
            if (file instanceof PrintStream text && text.checkError()) {
                throw new IOException("the stream is closed or full");
            }
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.ENVIRONMENT, "cannot write " + out + " (" + e.getMessage() + "): is the disk full?", e);
        }
        return unreadable == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    @Command(
            name = "import",
            description =
                    "Write the articles of an export to the topic of this installation, one transaction per thousand.")
    int restore(@Parameters(paramLabel = "IN", description = "File of an export, .jsonl or .warc, .gz too.") String in)
            throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        try (ArticleImport sink = new ArticleImport(access, root.talk())) {
            if (ArchiveFile.isWarc(in)) {
                Streams.refuseUnreadable(in, root.console());
                ArchiveFile.readWarc(Path.of(in), sink);
            } else {
                try (BufferedReader reader = Streams.reader(in, root.console())) {
                    ArchiveFile.readLines(reader, in, sink);
                }
            }
            sink.finish();
            return sink.refused() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }

    private static ArticleRange range(@Nullable String from, @Nullable String to) {
        try {
            return ArticleRange.parse(from, to);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
