package io.visitwatch.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.coverage.CoverageGap;
import io.visitwatch.alerts.coverage.CoverageLevel;
import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.alerts.route.Matchers;
import io.visitwatch.alerts.route.Route;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.app.api.ApiServer;
import io.visitwatch.app.run.Boards;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.model.Visit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as they are served. */
class WebModuleTest {
    @TempDir
    private Path results;

    @Test
    void everyPageForbidsScriptsAndStylesInsideItAndHoldsNone() throws Exception {
        List<Visit> visits = ManyVisits.until(LocalDate.now(Frame.ZONE), 300);
        try (ApiServer server = LargeDashboard.start(0, Boards.of(visits), results)) {
            for (String path : List.of(
                    "/",
                    "/?show=here",
                    "/timeline?zoom=24y",
                    "/feeds",
                    "/rules",
                    "/replay",
                    "/visits/visit-3",
                    "/visits/none")) {
                HttpResponse<String> page = get(server.url() + path);
                assertThat(page.headers().firstValue("content-security-policy"))
                        .as(path)
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                                .doesNotContain("unsafe"));
                assertThat(page.body())
                        .as(path)
                        .doesNotContainPattern("<script(?![^>]* src=)")
                        .doesNotContainPattern("\\son[a-z]+=")
                        .doesNotContainPattern("<[^>]+ style=")
                        .doesNotContain("<style");
            }
        }
    }

    @Test
    void saysWhatWasReadAndWhatNot() throws Exception {
        CoverageStatement statement = new CoverageStatement(
                "baghdad",
                LocalDate.parse("2026-11-21"),
                40,
                12,
                new TreeMap<>(Map.of("ar", 7, "tr", 30)),
                new TreeMap<>(),
                List.of(new CoverageGap(CoverageGap.Kind.FEED_SILENT, "wire", "<b>wire</b> is silent")),
                CoverageLevel.REDUCED,
                null,
                true,
                "reduced");
        try (ApiServer server = LargeDashboard.start(0, Boards.of(statement), results)) {
            assertThat(get(server.url() + "/feeds").body())
                    .contains(
                            "21 Nov 2026",
                            "<span class=\"chip reduced\">reduced</span>",
                            "12 / 40",
                            "Turkish 30 · Arabic 7",
                            "&lt;b&gt;wire&lt;/b&gt; is silent");
        }
    }

    @Test
    void showsWhatABacktestFoundToDiffer() throws Exception {
        Path backtest = Files.createDirectories(results.resolve("gazetteer-2"));
        Files.writeString(
                backtest.resolve("backtest.json"),
                "{\"visitsA\":10,\"visitsB\":11,\"counts\":{\"GAINED\":1},\"differences\":[{\"kind\":\"GAINED\","
                        + "\"at\":\"2026-11-21T08:00:00Z\",\"who\":\"Ada <b>Nord</b>\",\"country\":\"NO\",\"after\":\"ARRIVED\","
                        + "\"sentence\":\"She arrived.\",\"title\":\"Arrival\"}]}");
        try (ApiServer server = LargeDashboard.start(0, Boards.of(List.of()), results)) {
            assertThat(get(server.url() + "/replay").body())
                    .contains("gazetteer-2", "only B", "Ada &lt;b&gt;Nord&lt;/b&gt;", "ARRIVED", "21 Nov 11:00");
        }
    }

    @Test
    void addressesOfFilesHoldTheirVersionAndMayBeKept() throws Exception {
        try (ApiServer server = LargeDashboard.start(0, Boards.of(List.of()), results)) {
            HttpResponse<String> kept = get(server.url() + Assets.address("app.js"));
            assertThat(kept.headers().firstValue("cache-control"))
                    .hasValueSatisfying(v -> assertThat(v).contains("immutable"));
            HttpResponse<String> old = get(server.url() + "/assets/app.js?v=0");
            assertThat(old.headers().firstValue("cache-control")).hasValue("no-cache");
            assertThat(get(server.url() + "/assets/..%2fapp.js").statusCode()).isIn(400, 404);
        }
    }

    @Test
    void saysWhoWouldBeToldByTheRoutesAndWhoNotAndWhy() {
        Explainer explainer = new Explainer(
                () -> Enricher.create(EnrichConfig.standard()), FetcherConfig.publicOnly("nobody@example.com"));
        Instant now = Instant.parse("2026-11-22T06:00:00Z");
        Explainer.Answer answer = explainer.text(
                "Turkish foreign minister Hakan Fidan arrives in Baghdad\n"
                        + "Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Sunday for talks.",
                "TR",
                now);
        assertThat(answer).isInstanceOfSatisfying(Explainer.Answer.Read.class, read -> {
            List<Routing.Decision> told = WouldTell.of(read.enriched().reports(), routing(), now);
            assertThat(told).extracting(d -> d.target().receiver()).containsExactly("turkey-desk");
            assertThat(told.get(0).verdict().tells()).isTrue();
            assertThat(told.get(0).why()).contains("turkey");
        });
        assertThat(WouldTell.of(List.of(), routing(), now)).isEmpty();
        explainer.close();
    }

    private static Routing routing() {
        Route turkey = route("turkey", "turkey-desk", "country=TR");
        Route france = route("france", "france-desk", "country=FR");
        Route root =
                new Route("root", null, Matchers.ANY, false, List.of(), null, null, List.of(), List.of(turkey, france));
        return new Routing(root, List.of(), List.of(), Map.of(), Routing.QUIET_BY_DEFAULT);
    }

    private static Route route(String name, String receiver, String match) {
        return new Route(
                name, receiver, Matchers.parse(List.of(match)), false, List.of(), null, null, List.of(), List.of());
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
