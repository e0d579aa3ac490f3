package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed rule, tried over an archive before anybody trusts it. */
class BacktestCommandTest {
    private static final String PACK = "/io/visitwatch/enrich/lang/en/triggers.tsv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aRuleTakenOutOfALanguagePackLosesExactlyTheAlertsThatRestedOnIt() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("packs/en"));
        Files.writeString(
                pack.resolve("triggers.tsv"),
                bundled().lines().filter(line -> !line.contains("land")).collect(Collectors.joining("\n", "", "\n")));
        // above what weaker rules give a minister who is merely named in Baghdad
        Path a = Files.writeString(folder.resolve("a.yaml"), "threshold: 0.8\n");
        Path b = Files.writeString(folder.resolve("b.yaml"), "threshold: 0.8\nlanguage-packs: packs\n");
        JsonNode report = backtest(a, b);
        assertThat(report.path("differences"))
                .extracting(d -> d.path("kind").asText() + " "
                        + d.path("change").asText() + " " + d.path("who").asText())
                .containsExactly("LOST NEW_VISIT Lucia Romero", "LOST NEW_VISIT Marco Bellandi");
        assertThat(report.path("differences"))
                .allSatisfy(d -> assertThat(d.path("sentence").asText()).contains("landed in Baghdad"));
        assertThat(report.path("measuresA").path("known").path("recall").asDouble())
                .isEqualTo(1.0);
        assertThat(report.path("measuresB").path("known").path("recall").asDouble())
                .isEqualTo(0.5);
        assertThat(Files.readString(folder.resolve("out/backtest.html"))).contains("Lucia Romero", "landed in Baghdad");

        JsonNode back = backtest(b, a);
        assertThat(back.path("counts").path("GAINED").asInt()).isEqualTo(2);
        assertThat(back.path("differences")).hasSize(2);
    }

    @Test
    void aStricterThresholdLosesAlertsAndGainsNone() throws IOException {
        Path a = Files.writeString(folder.resolve("a.yaml"), "threshold: 0.5\n");
        Path b = Files.writeString(folder.resolve("b.yaml"), "threshold: 0.999\n");
        JsonNode report = backtest(a, b);
        assertThat(report.path("counts").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("LOST");
        assertThat(report.path("visitsB").asInt())
                .isLessThan(report.path("visitsA").asInt());
    }

    @Test
    void aSecondWatchedPlaceGainsItsVisits() throws IOException {
        Path a = Files.writeString(folder.resolve("a.yaml"), "threshold: 0.5\n");
        Path b = Files.writeString(folder.resolve("b.yaml"), "threshold: 0.5\nwatch: [{id: baghdad}, {id: geneva}]\n");
        assertThat(backtest(a, b).path("differences"))
                .extracting(d -> d.path("kind").asText() + " " + d.path("who").asText())
                .containsExactly("GAINED Kemal Aydin");
    }

    @Test
    void aBrokenPackIsRefusedWithFileAndLine() throws IOException {
        Files.createDirectories(folder.resolve("packs/en"));
        Files.writeString(folder.resolve("packs/en/triggers.tsv"), "arrives arrived now\n");
        Path a = Files.writeString(folder.resolve("a.yaml"), "language-packs: packs\n");
        Ran ran = run(a, a);
        assertThat(ran.code()).isEqualTo(ExitCode.CONFIG);
        assertThat(ran.err().lines()).singleElement().asString().contains("triggers.tsv", "entry 1");
    }

    private JsonNode backtest(Path a, Path b) throws IOException {
        Ran ran = run(a, b);
        assertThat(ran.code()).as(ran.err()).isZero();
        return Json.mapper().readTree(folder.resolve("out/backtest.json").toFile());
    }

    private record Ran(int code, String err) {}

    private Ran run(Path a, Path b) throws IOException {
        Path archive = Files.write(folder.resolve("archive.jsonl"), archive());
        Path known = Files.write(
                folder.resolve("known.csv"),
                List.of(
                        "person,country,place,start,end",
                        "Lucia Romero,ES,baghdad,2024-02-11,2024-02-11",
                        "\"al-Khatib, Samer\",JO,baghdad,2024-03-10,"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = Visitwatch.execute(
                console,
                name -> null,
                "backtest",
                a.toString(),
                b.toString(),
                archive.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--visits",
                known.toString());
        return new Ran(code, err.toString(StandardCharsets.UTF_8));
    }

    private static List<String> archive() {
        List<String> docs = new ArrayList<>();
        docs.add(doc(
                "1",
                "2024-01-14",
                "Turkish foreign minister Kemal Aydin arrived in Baghdad on Sunday and met Iraq's"
                        + " prime minister, officials said."));
        docs.add(doc(
                "2",
                "2024-02-11",
                "Spanish interior minister Lucia Romero landed in Baghdad on Sunday," + " officials said."));
        docs.add(doc(
                "3",
                "2024-03-10",
                "Jordanian prime minister Samer al-Khatib arrived in Baghdad on Sunday and met"
                        + " Iraq's prime minister, officials said."));
        docs.add(doc(
                "4",
                "2024-04-14",
                "Italian finance minister Marco Bellandi landed in Baghdad on Sunday," + " officials said."));
        docs.add(doc(
                "5",
                "2024-05-12",
                "Turkish foreign minister Kemal Aydin arrived in Geneva on Sunday and met the"
                        + " Swiss foreign minister, officials said."));
        docs.add(doc("6", "2024-05-13", "The council of the old town met and spoke about the bridge and the school."));
        return docs;
    }

    private static String doc(String id, String day, String text) {
        return Json.write(Map.of("id", id, "title", "", "text", text, "published", day));
    }

    private static String bundled() throws IOException {
        try (InputStream in = io.visitwatch.enrich.Enricher.class.getResourceAsStream(PACK)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
