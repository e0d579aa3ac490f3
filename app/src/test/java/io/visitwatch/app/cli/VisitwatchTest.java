package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitwatchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "check",
                "doctor",
                "config",
                "feeds",
                "alerts",
                "visits",
                "topics",
                "dlq",
                "gazetteer",
                "routes",
                "outbox",
                "detect",
                "extract",
                "parse-feeds",
                "explain",
                "replay",
                "completion"
            })
    void explainsEveryVerb(String verb) {
        Ran ran = run("", verb, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("visitwatch " + verb).contains("Exit codes:");
    }

    @Test
    void saysWhatItIs() {
        assertThat(run("", "--version").out()).contains("visitwatch").contains("Kafka 4");
    }

    @Test
    void printsTheRightsThatEachPartNeeds() {
        Ran ran = run("", "check", "--acls", "--principal", "User:reader");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("# run enrich")
                .contains("--add --allow-principal User:reader --operation Read --topic visitwatch.articles.v1\n")
                .contains("--operation Write --transactional-id visitwatch-enrich --resource-pattern-type prefixed")
                .doesNotContain("# run broker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rn", "alerts tail --folow", "run ingst", "detect a b c"})
    void answersAMisusedCommandLineInOneLine(String line) {
        Ran ran = run("", line.split(" ", -1));
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).singleElement().asString().contains("--help");
    }

    @Test
    void namesFileLineAndKeyOfABadConfiguration() throws IOException {
        Path file = Files.writeString(folder.resolve("v.yaml"), "api:\n  prt: 1\n");
        for (String verb : new String[] {"run", "check", "config show", "topics diff"}) {
            Ran ran = run("", ("--config " + file + " " + verb).split(" ", -1));
            assertThat(ran.code()).as(verb).isEqualTo(ExitCode.CONFIG);
            assertThat(ran.out() + ran.err()).contains("v.yaml:2:3: api.prt: unknown key; did you mean 'port'?");
            assertThat((ran.out() + ran.err()).lines()).hasSize(1);
        }
    }

    @Test
    void saysInOneLineThatNoBrokerAnswers() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        Path file = Files.writeString(
                folder.resolve("v.yaml"), "kafka: {bootstrap.servers: '127.0.0.1:" + closed + "', wait: 1s}\n");
        Ran ran = run(
                "", "--config", file.toString(), "--data", folder.resolve("d").toString(), "-q", "run", "alerts");
        assertThat(ran.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ran.err().lines().filter(l -> l.startsWith("visitwatch:")))
                .singleElement()
                .asString()
                .contains("no answer from Kafka at 127.0.0.1:" + closed);
    }

    @Test
    void saysInOneLineThatNothingRunsHere() {
        Ran ran = run("", "--data", folder.toString(), "alerts", "list");
        assertThat(ran.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ran.err().lines()).singleElement().asString().contains("no broker runs on data folder " + folder);
    }

    @Test
    void streamsDocumentsToPredictionsAndCountsWhatIsNone() {
        String documents = "{\"id\":\"a\",\"title\":\"x\",\"summary\":\"\",\"text\":\"\"}\n\nno JSON\n{\"id\":\"b\"}\n";
        Ran ran = run(documents, "-q", "detect", "-", "-", "--threads", "2");
        assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(ran.out().lines()).hasSize(2).first().asString().contains("\"id\":\"a\"");
        assertThat(ran.err()).contains("-:3: no JSON");
    }

    @Test
    void givesDocumentsOfOneVisitOneKeyAndTwoVisitsOfOnePersonTwo() throws IOException {
        String documents = """
                {"id":"late","title":"Turkish Foreign Minister Hakan Fidan arrives in Baghdad","published":"2023-12-19"}
                {"id":"first","title":"Turkish Foreign Minister Hakan Fidan arrives in Baghdad","published":"2023-08-22"}
                {"id":"none","title":"Rain in Basra","published":"2023-08-22"}
                {"id":"second","title":"Dışişleri Bakanı Hakan Fidan Bağdat'a geldi","published":"2023-08-22"}
                """;
        Ran ran = run(documents, "-q", "detect", "-", "-");
        assertThat(ran.code()).isZero();
        List<JsonNode> lines = lines(ran.out());
        assertThat(lines).extracting(l -> l.get("id").asText()).containsExactly("late", "first", "none", "second");
        assertThat(key(lines.get(1))).isEqualTo(key(lines.get(3))).isNotEqualTo(key(lines.get(0)));
        assertThat(lines.get(2).get("visit_key").isNull()).isTrue();

        List<JsonNode> alone =
                lines(run(documents, "-q", "detect", "-", "-", "--stream").out());
        assertThat(key(alone.get(0))).isNotEqualTo(key(lines.get(0)));
    }

    private static String key(JsonNode line) {
        return line.get("visit_key").asText();
    }

    private static List<JsonNode> lines(String out) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.lines().toList()) {
            lines.add(Json.mapper().readTree(line));
        }
        return lines;
    }

    @Test
    void extractsAFolderOfPages() throws IOException {
        Files.writeString(
                folder.resolve("p.html"),
                "<html><head><title>A title</title></head><body><nav>Home</nav><article><p>"
                        + "The minister arrived in the city on Sunday and met his counterpart there. ".repeat(5)
                        + "</p></article></body></html>");
        Ran ran = run("", "-q", "extract", folder.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\"p\":").contains("The minister arrived");
    }

    @Test
    void readsAFolderOfFeeds() throws IOException {
        Files.writeString(
                folder.resolve("f.xml"),
                "<rss version=\"2.0\"><channel><title>T</title><item><title>One</title></item></channel></rss>");
        Ran ran = run("", "-q", "parse-feeds", folder.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("\"id\":\"f.xml\"")
                .contains("\"ok\":true")
                .contains("One");
    }

    @Test
    void explainsAnArticleStepByStep() throws IOException {
        Path page = Files.writeString(
                folder.resolve("p.html"),
                "<html><head><title>Budget</title></head><body><article><p>"
                        + "Parliament debated the budget. ".repeat(9) + "</p></article></body></html>");
        Ran ran = run("", "-q", "explain", page.toString(), "--published", "2026-11-22T08:00:00Z");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("article").contains("no visit").contains("verdict");
    }

    @Test
    void hidesSecretsAndKeepsTheRest() throws IOException {
        Path file = Files.writeString(
                folder.resolve("v.yaml"), "kafka: {prefix: mine, ssl.key.password: '${env:PASSWORD}'}\n");
        Ran ran = run("", "--config", file.toString(), "config", "show");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("mine").contains("${env:PASSWORD}").doesNotContain("s3cret");
    }

    @Test
    void importsAndExportsFeedsAsOpml() throws IOException {
        Path file = Files.writeString(
                folder.resolve("v.yaml"), "feeds: [{url: 'https://a.example/feed', outlet: 'A & B', country: FR}]\n");
        Ran exported = run("", "--config", file.toString(), "feeds", "export");
        Path opml = Files.writeString(folder.resolve("f.opml"), exported.out());
        Ran imported = run("", "feeds", "import", opml.toString());
        assertThat(imported.code()).isZero();
        assertThat(imported.out()).contains("https://a.example/feed").contains("A & B");
    }

    private static Ran run(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = Visitwatch.execute(console, name -> name.equals("PASSWORD") ? "s3cret" : null, args);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
