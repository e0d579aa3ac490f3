package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
        description = "Export the archive of articles to JSON lines, and import it again without loss.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ArchiveCommand implements Runnable {
    private static final String TRANSACTION = "visitwatch-archive-import";
    private static final int BATCH = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Override
    public void run() {
        spec.commandLine().usage(Visitwatch.of(spec).out());
    }

    @Command(name = "export", description = "Write all articles, every revision, in the order of the topic.")
    int export(
            @Parameters(paramLabel = "OUT", defaultValue = "-", description = "File, .gz too; - for standard output.")
                    String out,
            @Option(names = "--from", paramLabel = "TIME", description = "Articles of this time and later, UTC.")
                    Instant from,
            @Option(names = "--to", paramLabel = "TIME", description = "Articles before this time, UTC.") Instant to)
            throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        try (TopicReader reader =
                        TopicReader.open(access, access.topics().articles().name(), BrokerOptions.PATIENCE);
                PrintStream writer = Streams.writer(out, root.console());
                Progress progress = Progress.counting(root.talk(), "export")) {
            reader.readToEnd(entry -> {
                String line = new String(entry.value(), StandardCharsets.UTF_8);
                if (isWithin(line, from, to)) {
                    writer.println(line);
                    progress.step();
                }
                return !writer.checkError();
            });
            if (writer.checkError()) {
                throw new Refusal(ExitCode.ENVIRONMENT, "cannot write " + out + ": is the disk full?");
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "import",
            description =
                    "Write the articles of an export to the topic of this installation, one transaction per thousand.")
    int restore(@Parameters(paramLabel = "IN", description = "File of an export, .gz too.") String in)
            throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put("transactional.id", TRANSACTION);
        int refused = 0;
        try (BufferedReader reader = Streams.reader(in, root.console());
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                Progress progress = Progress.counting(root.talk(), "import")) {
            producer.initTransactions();
            producer.beginTransaction();
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    send(producer, access.topics().articles().name(), line);
                    progress.step();
                } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
                    refused++;
                    root.talk().warn(in + ":" + number + ": no article: " + firstLine(e) + ", left out");
                }
                if (number % BATCH == 0) {
                    producer.commitTransaction();
                    producer.beginTransaction();
                }
            }
            producer.commitTransaction();
        }
        return refused == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, String line)
            throws JsonProcessingException {
        Article article = Json.read(line, Article.class);
        ProducerRecord<String, byte[]> outgoing =
                new ProducerRecord<>(topic, article.id(), line.getBytes(StandardCharsets.UTF_8));
        CloudEventHeaders.put(
                outgoing.headers(),
                "article",
                article.id() + "-" + article.revision(),
                "archive",
                article.id(),
                article.eventTime());
        // A failed send makes commitTransaction throw, so the future tells nothing new.
        var unused = producer.send(outgoing);
    }

    private static boolean isWithin(String line, @Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) {
            return true;
        }
        try {
            Instant at = Json.read(line, Article.class).eventTime();
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        } catch (JsonProcessingException e) {
            return false; // unreadable records have no time: an export of a span leaves them to the full export
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
