package io.visitwatch.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.visitwatch.app.SampleVisits;
import io.visitwatch.app.backtest.Difference.Kind;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Visit SAME = SampleVisits.visit("1", "Aydin", "TR", "2024-01-05", VisitStatus.ARRIVED, "a1");
    private static final Visit LOST = SampleVisits.visit("2", "Roux", "FR", "2024-02-05", VisitStatus.ARRIVED, "a2");
    private static final Visit GAINED =
            SampleVisits.visit("3", "Sokolov", "RU", "2024-03-05", VisitStatus.ARRIVED, "a3");
    private static final Measures UNKNOWN = new Measures(null, null);

    @Test
    void findsNothingBetweenEqualReadings() {
        assertThat(Comparison.of(told(SAME, LOST), told(LOST, SAME)).differences())
                .isEmpty();
    }

    @Test
    void namesExactlyWhatWasGainedAndLostWithItsEvidence() {
        Comparison comparison = Comparison.of(told(SAME, LOST), told(SAME, GAINED));
        assertThat(comparison.differences())
                .extracting(Difference::kind, Difference::change, Difference::who)
                .containsExactly(
                        tuple(Kind.LOST, VisitChange.NEW_VISIT, "Roux"),
                        tuple(Kind.GAINED, VisitChange.NEW_VISIT, "Sokolov"));
        assertThat(comparison.differences().get(1).sentence()).contains("Sokolov arrived");
    }

    @Test
    void namesASingleAlertOfAVisitThatBothTell() {
        Reading a = told(SAME);
        Reading b = told(SAME);
        b.take(alert(VisitChange.CONFIRMED, SAME));
        assertThat(Comparison.of(a, b).differences())
                .extracting(Difference::kind, Difference::change)
                .containsExactly(tuple(Kind.GAINED, VisitChange.CONFIRMED));
        assertThat(Comparison.of(b, a).differences())
                .extracting(Difference::kind, Difference::change)
                .containsExactly(tuple(Kind.LOST, VisitChange.CONFIRMED));
    }

    @Test
    void namesWhatIsToldEarlierOrWithAnotherStatus() {
        Visit earlier = SampleVisits.visit("9", "Aydin", "TR", "2024-01-04", VisitStatus.ANNOUNCED, "a1");
        assertThat(Comparison.of(told(SAME), told(earlier)).differences())
                .extracting(Difference::kind, Difference::before, Difference::after)
                .containsExactly(
                        tuple(Kind.EARLIER, "2024-01-05T08:00:00Z", "2024-01-04T08:00:00Z"),
                        tuple(Kind.STATUS, "ARRIVED", "ANNOUNCED"));
    }

    @Test
    void saysAnotherDelegationOnceHoweverManyAlertsFollow() {
        Visit other = SampleVisits.visit("9", "Kaya", "TR", "2024-01-05", VisitStatus.ARRIVED, "a1");
        Reading a = told(SAME);
        Reading b = told(other);
        a.take(alert(VisitChange.CONFIRMED, SAME));
        b.take(alert(VisitChange.CONFIRMED, other));
        assertThat(Comparison.of(a, b).differences())
                .extracting(Difference::kind, Difference::before, Difference::after)
                .containsExactly(tuple(Kind.VISITORS, "Aydin (TR)", "Kaya (TR)"));
    }

    @Test
    void thePageShowsTheWordsOfTheNewsHarmlessly() {
        String page = ComparisonHtml.page(Comparison.of(told(), told(GAINED)), "a.yaml", "<b>", UNKNOWN, UNKNOWN);
        assertThat(page)
                .contains("&lt;b&gt;today&lt;/b&gt;", "&lt;b&gt;</code>")
                .doesNotContain("<b>", "<script");
    }

    private static Reading told(Visit... visits) {
        Reading reading = new Reading();
        for (Visit visit : visits) {
            reading.take(alert(VisitChange.NEW_VISIT, visit));
        }
        return reading;
    }

    private static Alert alert(VisitChange change, Visit visit) {
        Visit.Source source = visit.sources().get(0);
        return new Alert(
                change + "-" + visit.id(),
                change,
                visit.openedAt(),
                visit.head().name() + " in Baghdad",
                visit,
                null,
                source.evidence(),
                source.reportId(),
                List.of(),
                List.of(),
                List.of(),
                false,
                "v");
    }
}
