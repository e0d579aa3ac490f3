package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the standard ledger makes of reports, as lines of articles: a line is a visit. */
final class Book {
    private Book() {}

    /** The visits of {@code reports}, merged ones aside, in the order they were opened. */
    static List<Visit> visits(Reports... reports) {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
        Stream.of(reports).map(Reports::build).forEach(book::apply);
        return book.visits().stream().filter(v -> v.mergedInto() == null).toList();
    }

    /** Checks which articles tell of one visit: {@code "a b"} for each, in any order. */
    static void assertTold(List<Visit> visits, String... articles) {
        assertThat(visits.stream().map(Book::articles).toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(articles));
    }

    private static String articles(Visit visit) {
        return String.join(
                " ",
                visit.sources().stream()
                        .map(Visit.Source::articleId)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
