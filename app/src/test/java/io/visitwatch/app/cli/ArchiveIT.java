package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.replay.Archives;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive out of one installation and into others, in both forms. */
class ArchiveIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theArchiveComesBackWithoutLossInBothForms() throws IOException {
        List<Article> articles = Archives.articles(200);
        Path original = Files.write(
                folder.resolve("original.jsonl"),
                articles.stream().map(Json::write).toList());
        Path one = config("one");
        run(one, "archive", "import", original.toString());
        Path lines = folder.resolve("one.jsonl.gz");
        Path warc = folder.resolve("one.warc.gz");
        run(one, "archive", "export", lines.toString());
        run(one, "archive", "export", warc.toString());
        assertThat(sorted(lines)).containsExactlyInAnyOrderElementsOf(Files.readAllLines(original));

        for (Path form : List.of(lines, warc)) {
            Path other = config(form == lines ? "two" : "three");
            run(other, "archive", "import", form.toString());
            Path againLines = folder.resolve("again-" + form.getFileName() + ".jsonl.gz");
            Path againWarc = folder.resolve("again-" + form.getFileName() + ".warc.gz");
            run(other, "archive", "export", againLines.toString());
            run(other, "archive", "export", againWarc.toString());
            assertThat(againLines).hasSameBinaryContentAs(lines);
            assertThat(againWarc).hasSameBinaryContentAs(warc);
        }

        Path plain = folder.resolve("part.warc");
        run(one, "archive", "export", plain.toString(), "--from", "2024-03-01", "--to", "2024-04-01");
        Path all = replay(warc, "r-warc");
        assertThat(all.resolve("alerts.jsonl")).isNotEmptyFile();
        assertThat(all.resolve("alerts.jsonl"))
                .hasSameBinaryContentAs(replay(lines, "r-lines").resolve("alerts.jsonl"));
        long inMarch = articles.stream()
                .filter(a -> a.eventTime().toString().startsWith("2024-03"))
                .count();
        assertThat(Json.mapper()
                        .readTree(
                                replay(plain, "r-part").resolve("summary.json").toFile())
                        .path("articles")
                        .asLong())
                .isEqualTo(inMarch)
                .isPositive();
    }

    private static Path replay(Path archive, String name) throws IOException {
        Path out = folder.resolve(name);
        run(config("one"), "replay", archive.toString(), "--out", out.toString());
        return out;
    }

    /** An installation of its own on the one broker. */
    private static Path config(String name) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        if (!Files.exists(file)) {
            Files.writeString(
                    file, "kafka: {bootstrap.servers: '" + broker.bootstrapServers() + "', prefix: " + name + "}\n");
            AppConfig config = new ConfigLoader(key -> null).load(file).config();
            try (TopicAdmin admin =
                    KafkaAccess.to(broker.bootstrapServers(), config).admin()) {
                admin.ensure(Duration.ofSeconds(60));
            }
        }
        return file;
    }

    private static void run(Path config, String... args) {
        Ran.run(config, args).ended(ExitCode.OK);
    }

    private static List<String> sorted(Path packed) throws IOException {
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
