package io.visitwatch.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.visitwatch.app.SampleVisits;
import io.visitwatch.app.backtest.Comparison.Difference;
import io.visitwatch.app.backtest.Comparison.Kind;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Visit SAME = SampleVisits.visit("1", "Aydin", "TR", "2024-01-05", VisitStatus.ARRIVED, "a1");
    private static final Visit LOST = SampleVisits.visit("2", "Roux", "FR", "2024-02-05", VisitStatus.ARRIVED, "a2");
    private static final Visit GAINED =
            SampleVisits.visit("3", "Sokolov", "RU", "2024-03-05", VisitStatus.ARRIVED, "a3");

    @Test
    void findsNothingBetweenEqualReadings() {
        assertThat(Comparison.of(List.of(SAME, LOST), List.of(LOST, SAME)).differences())
                .isEmpty();
    }

    @Test
    void namesExactlyWhatWasGainedAndLost() {
        Comparison comparison = Comparison.of(List.of(SAME, LOST), List.of(SAME, GAINED));
        assertThat(comparison.differences())
                .extracting(Difference::kind, Difference::who)
                .containsExactly(tuple(Kind.LOST, "Roux"), tuple(Kind.GAINED, "Sokolov"));
        assertThat(comparison.differences().get(1).sentence()).contains("Sokolov arrived");
    }

    @Test
    void namesWhatIsToldEarlierOrWithAnotherStatus() {
        Visit earlier = SampleVisits.visit("9", "Aydin", "TR", "2024-01-04", VisitStatus.ANNOUNCED, "a1");
        assertThat(Comparison.of(List.of(SAME), List.of(earlier)).differences())
                .extracting(Difference::kind, Difference::before, Difference::after)
                .containsExactly(
                        tuple(Kind.EARLIER, "2024-01-05T08:00:00Z", "2024-01-04T08:00:00Z"),
                        tuple(Kind.STATUS, "ARRIVED", "ANNOUNCED"));
    }

    @Test
    void thePageShowsTheWordsOfTheNewsHarmlessly() {
        String page = ComparisonHtml.page(Comparison.of(List.of(), List.of(GAINED)), "a.yaml", "<b>", null, null);
        assertThat(page).contains("&lt;b&gt;today&lt;/b&gt;", "B: &lt;b&gt;").doesNotContain("<b>", "<script");
    }
}
