package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a first alert says of earlier visits. */
class BaseRatesTest {
    private final VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));

    @Test
    void aFirstVisitEverHasNone() {
        assertThat(rates(minister("a", "Q1", "Ada Moreau", "FR", "2023-08-20"))).isEmpty();
    }

    @Test
    void sayWhichVisitOfTheQuarterItIs() {
        rates(minister("a", "Q1", "Ada Moreau", "FR", "2025-01-10"));
        rates(minister("b", "Q2", "Luc Petit", "FR", "2025-02-10"));
        assertThat(rates(minister("c", "Q3", "Guy Blanc", "FR", "2025-03-20")))
                .contains("third visit from France this quarter");
        assertThat(rates(minister("d", "Q1", "Ada Moreau", "FR", "2025-05-10")))
                .contains("first visit from France this quarter");
    }

    @Test
    void countOnAboveTen() {
        List<String> first = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            String day = LocalDate.of(2025, 1, 1).plusDays(3L * i).toString();
            List<String> rates = rates(minister("v" + i, "Q" + i, "Minister Number" + i, "FR", day));
            first.add(rates.isEmpty() ? "" : rates.get(0));
        }
        assertThat(first)
                .contains("tenth visit from France this quarter", "11th visit from France this quarter")
                .contains("12th visit from France this quarter", "13th visit from France this quarter")
                .contains("20th visit from France this quarter", "21st visit from France this quarter")
                .contains("22nd visit from France this quarter", "23rd visit from France this quarter")
                .contains("24th visit from France this quarter");
    }

    @Test
    void saySinceWhenNobodyOfThisOfficeOrThisPersonCame() {
        rates(minister("a", "Q1", "Ada Moreau", "FR", "2023-08-20"));
        assertThat(rates(minister("b", "Q2", "Luc Petit", "FR", "2025-02-10")))
                .contains("first foreign minister of France since 2023-08");
        assertThat(rates(minister("c", "Q1", "Ada Moreau", "FR", "2025-06-01")))
                .contains("first visit of Ada Moreau since 2023-08");
    }

    @Test
    void countNeitherOtherStatesNorCancelledVisits() {
        rates(minister("a", "Q1", "Ada Moreau", "FR", "2025-01-10").status(VisitStatus.CANCELLED));
        rates(minister("b", "Q5", "Jan Berg", "DE", "2025-01-20"));
        assertThat(rates(minister("c", "Q2", "Luc Petit", "FR", "2025-02-10"))).isEmpty();
    }

    private static Reports minister(String article, String id, String name, String country, String day) {
        return Reports.of(article)
                .visitor(id, name, country, "foreign-minister")
                .published(day);
    }

    private List<String> rates(Reports report) {
        return book.apply(report.build()).alerts().stream()
                .filter(alert -> alert.change() == VisitChange.NEW_VISIT)
                .map(Alert::baseRates)
                .findFirst()
                .orElseThrow();
    }
}
