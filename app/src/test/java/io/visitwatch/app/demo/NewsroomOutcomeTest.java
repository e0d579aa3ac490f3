package io.visitwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.ingest.extract.ArticleAssembler;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.EntryHints;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.ingest.extract.Publication;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Article;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The newsroom read by the same code as in the service, without feeds and broker: what must come out, whenever the demo starts. */
class NewsroomOutcomeTest {
    private static final Enricher ENRICHER = Enricher.create(EnrichConfig.standard());
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:30:00Z");

    /** Every weekday and every third hour of a day, with some across a month's and a year's end. */
    static Stream<Instant> starts() {
        Stream<Instant> week =
                Stream.iterate(MONDAY, t -> t.plus(Duration.ofHours(27))).limit(8);
        return Stream.concat(
                week, Stream.of(Instant.parse("2025-12-31T19:00:00Z"), Instant.parse("2026-11-22T08:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void findsEveryVisitAndNothingElse(Instant start) {
        Outcome outcome = Outcome.of(read(reports(start)).visits());
        assertThat(outcome.missed()).as(outcome.toString()).isEmpty();
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.found()).isEqualTo(Outcome.EXPECTED);
    }

    @Test
    void tellsEachVisitOnceInWhateverOrderItsStoriesCome() {
        List<VisitReport> reports = new ArrayList<>(reports(MONDAY.plus(Duration.ofHours(9))));
        Random dice = new Random(5);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(reports, dice);
            VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
            List<Alert> alerts = new ArrayList<>();
            reports.forEach(r -> alerts.addAll(book.apply(r).alerts()));
            Outcome outcome = Outcome.of(book.visits());
            assertThat(outcome.wrong()).as("round " + round).isEmpty();
            assertThat(alerts.stream().filter(a -> a.change() == VisitChange.NEW_VISIT))
                    .as("round " + round)
                    .hasSizeLessThanOrEqualTo(Outcome.EXPECTED + 1);
        }
    }

    private static VisitBook read(List<VisitReport> reports) {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
        reports.forEach(book::apply);
        return book;
    }

    private static List<VisitReport> reports(Instant start) {
        List<VisitReport> reports = new ArrayList<>();
        NewsroomData.bundled()
                .stories()
                .forEach((outlet, stories) -> stories.forEach(story -> reports.addAll(
                        ENRICHER.enrich(article(outlet, story, start)).reports())));
        reports.sort(Comparator.comparing(VisitReport::eventTime).thenComparing(VisitReport::id));
        return reports;
    }

    private static Article article(NewsOutlet outlet, Story story, Instant start) {
        Published page = Published.of(outlet, story, "http://127.0.0.1/" + outlet.id() + "/", start);
        byte[] html = new PageWriter().write(page, List.of()).getBytes(StandardCharsets.UTF_8);
        Publication source = new Publication(
                outlet.id(),
                new io.visitwatch.model.Outlet(outlet.name(), outlet.country(), outlet.sourceClass()),
                outlet.language(),
                ZoneOffset.UTC);
        EntryHints entry = new EntryHints(
                page.url(), page.url(), page.title(), page.summary(), "", null, page.at(), null, outlet.language());
        return ArticleAssembler.assemble(
                source, entry, ArticleExtractor.extract(PageInput.of(html, page.url())), start, 0, false);
    }
}
