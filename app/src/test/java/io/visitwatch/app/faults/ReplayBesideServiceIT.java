package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History is read again on the cluster of a service that works, twice, and then given to the service itself, twice. */
@Tag("faults")
class ReplayBesideServiceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Instant LONG_AGO = Instant.parse("2021-03-04T05:06:07Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void leavesTheAlertsOfTheServiceAloneAndFindsTheSameTwice() throws Exception {
        WorkerSignalsIT.Load load = new WorkerSignalsIT.Load(folder, "beside", 500);
        Path archive = Files.write(
                folder.resolve("archive.jsonl"),
                Archive.of(300, LONG_AGO).stream().map(Json::write).toList());
        try (ServiceProcess worker = load.start("worker")) {
            load.awaitFirstTag(worker);
            Path first = replay(load, archive, "once");
            Path second = replay(load, archive, "again");
            assertThat(first.resolve("alerts.jsonl")).isNotEmptyFile();
            for (String file : List.of("alerts.jsonl", "visits.jsonl")) {
                assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
            }
            await().atMost(PATIENCE).until(load::complete);
            assertThat(worker.alive()).as(worker.said()).isTrue();
        }
        load.check(); // nothing of the archive came to the service's topics
    }

    @Test
    void theSameArticlesGivenAgainTellNothingNew() throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Article> once = Archive.of(300, start);
        SharedBroker.Installation installation = SharedBroker.install(folder, "given-again", "");
        List<Article> given = new ArrayList<>(once);
        given.addAll(once);
        // behind all others: what it brings is told when the ledger has seen them
        Article last = Archive.arrival(once.size(), "Japanese foreign minister", start.plusSeconds(60));
        given.add(last);
        List<Article> each = new ArrayList<>(once);
        each.add(last);
        AlertLedger ledger = AlertLedger.of(each, installation.config());
        assertThat(ledger.alerts())
                .isGreaterThan(AlertLedger.of(once, installation.config()).alerts());
        Archive.send(installation.access(), given);
        try (ServiceProcess worker = installation.run("worker", "enrich", "alerts")) {
            await().atMost(PATIENCE)
                    .until(() -> !worker.alive()
                            || ledger.judge(installation.access(), WINDOW).complete());
            assertThat(worker.alive()).as(worker.said()).isTrue();
        }
        AlertLedger.Verdict verdict = ledger.judge(installation.access(), WINDOW);
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.twice()).noneMatch(what -> what.startsWith("alert"));
        assertThat(verdict.told()).isEqualTo(ledger.alerts());
    }

    @Test
    void saysReadyWhenEveryPartIs() throws Exception {
        WorkerSignalsIT.Load load = new WorkerSignalsIT.Load(folder, "ready", 1);
        try (ServiceProcess worker = load.installation.run("worker", "enrich", "alerts", "api")) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> worker.said().contains("visitwatch: ready"));
            Matcher api = Pattern.compile("API at (http\\S+)").matcher(worker.said());
            assertThat(api.find()).isTrue();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(api.group(1) + "/readyz"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private Path replay(WorkerSignalsIT.Load load, Path archive, String name) throws Exception {
        Path out = folder.resolve(name);
        try (ServiceProcess replay = ServiceProcess.start(
                folder.resolve("replay-" + name),
                "--config",
                load.installation.file().toString(),
                "--data",
                folder.resolve("data-" + name).toString(),
                "replay",
                archive.toString(),
                "--kafka",
                "--out",
                out.toString())) {
            assertThat(replay.exit(PATIENCE)).as(replay.said()).isZero();
        }
        return out;
    }
}
