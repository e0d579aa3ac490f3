package io.visitwatch.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A labelled corpus outside the repository, its reports in a hundred orders: {@code -Dvisitwatch.corpus=FILE}. */
@EnabledIfSystemProperty(named = "visitwatch.corpus", matches = ".+")
class CorpusOrderTest {
    private static final int ORDERS = 100;

    @Test
    void givesTheSameVisitsInWhateverOrderTheReportsCome() throws Exception {
        List<VisitReport> reports = new ArrayList<>();
        Enricher enricher = Enricher.create(EnrichConfig.standard());
        for (String line : Files.readAllLines(Path.of(System.getProperty("visitwatch.corpus")))) {
            reports.addAll(enricher.enrich(ArticleDocs.read(line)).reports());
        }
        Set<Set<String>> expected = visits(reports);
        assertThat(expected).hasSizeGreaterThan(20);
        Random dice = new Random(1);
        for (int round = 0; round < ORDERS; round++) {
            Collections.shuffle(reports, dice);
            Set<Set<String>> other = new HashSet<>(visits(reports));
            Set<Set<String>> missing = new HashSet<>(expected);
            missing.removeAll(other);
            other.removeAll(expected);
            assertThat(other).as("order %d, instead of %s", round, missing).isEmpty();
        }
    }

    /** Each visit as the reports it rests on. */
    private static Set<Set<String>> visits(List<VisitReport> reports) {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard().forAnyOrder()));
        reports.forEach(book::apply);
        return book.visits().stream()
                .filter(visit -> !visit.sources().isEmpty())
                .map(visit ->
                        visit.sources().stream().map(Visit.Source::reportId).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }
}
