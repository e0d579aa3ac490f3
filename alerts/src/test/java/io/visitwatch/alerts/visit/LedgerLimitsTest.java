package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where one visit ends and the next begins, and what is kept of a visit that everybody tells of. */
class LedgerLimitsTest {
    private static final LedgerConfig EIGHT_REPORTS =
            new LedgerConfig(ConfirmedWhen.STANDARD, Map.of(), Map.of(), 4, 21, 2, 14, 60, 30, 0.6, 8);

    private final List<Alert> told = new ArrayList<>();

    private static Reports fidan(String article, String day) {
        return Reports.of(article)
                .visitor("Hakan Fidan", "TR", "foreign-minister")
                .published(day)
                .on(day);
    }

    private List<Visit> read(LedgerConfig config, VisitReport... reports) {
        VisitBook book = new VisitBook(new VisitLedger(config));
        for (VisitReport report : reports) {
            told.addAll(book.apply(report).alerts());
        }
        return book.visits().stream().filter(v -> v.mergedInto() == null).toList();
    }

    @Test
    void countsWhatSaysTheSameAgainWhenEnoughIsKept() {
        VisitReport[] same = new VisitReport[12];
        for (int i = 0; i < same.length; i++) {
            same[i] = fidan("a" + i, "2026-03-10").build();
        }
        Visit visit = read(EIGHT_REPORTS, same).get(0);
        assertThat(visit.sources()).hasSize(8);
        assertThat(visit.repeats()).isEqualTo(4);
        assertThat(told).extracting(Alert::change).startsWith(VisitChange.NEW_VISIT);
        int alerts = told.size();
        told.clear();
        read(EIGHT_REPORTS, Arrays.copyOf(same, 8));
        assertThat(told).as("alerts of the eight that are kept").hasSize(alerts);
    }

    @Test
    void keepsWhatSaysSomethingNewHoweverMuchIsKept() {
        VisitReport[] reports = new VisitReport[10];
        for (int i = 0; i < 9; i++) {
            reports[i] = fidan("a" + i, "2026-03-10").build();
        }
        reports[9] = fidan("left", "2026-03-10").status(VisitStatus.ENDED).build();
        Visit visit = read(EIGHT_REPORTS, reports).get(0);
        assertThat(visit.status()).isEqualTo(VisitStatus.ENDED);
        assertThat(visit.sources()).extracting(Visit.Source::articleId).contains("left");
        assertThat(visit.repeats()).isEqualTo(1);
    }

    @Test
    void whoLeftAndArrivesTwoDaysLaterComesAgain() {
        List<Visit> visits = read(
                LedgerConfig.standard(),
                fidan("a", "2026-03-10").build(),
                fidan("b", "2026-03-11").status(VisitStatus.ENDED).build(),
                fidan("c", "2026-03-13").build());
        assertThat(visits)
                .extracting(v -> v.dates().start())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 13));
    }

    @Test
    void whoLeftOnTheSecondDayAndIsSeenOnTheThirdWasThereOnce() {
        assertThat(read(
                        LedgerConfig.standard(),
                        fidan("a", "2026-03-10").build(),
                        fidan("b", "2026-03-11").status(VisitStatus.ENDED).build(),
                        fidan("c", "2026-03-12").build()))
                .hasSize(1);
    }

    @Test
    void aChainOfReportsOverWeeksIsPartedAtItsLongestSilence() {
        List<VisitReport> reports = new ArrayList<>();
        for (int day : new int[] {1, 3, 5, 7, 11, 13, 15, 17, 19, 21, 23}) {
            LocalDate date = LocalDate.of(2026, 3, day);
            reports.add(fidan("d" + day, date.toString()).build());
        }
        List<Visit> visits = read(LedgerConfig.standard(), reports.toArray(VisitReport[]::new));
        assertThat(visits)
                .anySatisfy(v -> assertThat(v.sources())
                        .extracting(Visit.Source::articleId)
                        .containsExactly("d1", "d3", "d5", "d7"));
        assertThat(visits)
                .noneSatisfy(v -> assertThat(v.sources())
                        .extracting(Visit.Source::articleId)
                        .contains("d7", "d11"));
    }
}
