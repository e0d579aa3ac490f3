package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.faults.AlertLedger.Observed;
import io.visitwatch.app.faults.AlertLedger.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger of the fault suites sees each kind of fault, so that a green suite means something. */
class AlertLedgerTest {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final AlertLedger LEDGER = AlertLedger.of(
            Archive.of(60, Instant.parse("2026-11-22T08:00:00Z")), new ConfigLoader(name -> null).defaults());

    private final Observed ideal = LEDGER.ideal(Duration.ofSeconds(2));

    @Test
    void findsNothingWrongWithAFaultlessRun() {
        assertThat(LEDGER.alerts()).isGreaterThan(10);
        assertThat(LEDGER.judge(ideal, WINDOW).sound()).isTrue();
    }

    @Test
    void seesAnAlertThatIsMissing() {
        List<Told> alerts = ideal.alerts().subList(1, ideal.alerts().size());
        AlertLedger.Verdict verdict = LEDGER.judge(new Observed(ideal.arrived(), ideal.tagged(), alerts), WINDOW);
        assertThat(verdict.lost())
                .containsExactly("alert " + ideal.alerts().get(0).id());
        assertThat(verdict.complete()).isFalse();
    }

    @Test
    void seesAnAlertToldTwice() {
        List<Told> alerts = new ArrayList<>(ideal.alerts());
        alerts.add(alerts.get(3));
        assertThat(LEDGER.judge(new Observed(ideal.arrived(), ideal.tagged(), alerts), WINDOW)
                        .twice())
                .containsExactly("alert " + alerts.get(3).id());
    }

    @Test
    void seesAnAlertOfOtherBytesAndOneNobodyExpected() {
        List<Told> alerts = new ArrayList<>(ideal.alerts());
        Told first = alerts.get(0);
        alerts.set(0, new Told(first.id(), first.json() + " ", first.at()));
        alerts.add(new Told("invented", "{}", 1));
        assertThat(LEDGER.judge(new Observed(ideal.arrived(), ideal.tagged(), alerts), WINDOW)
                        .wrong())
                .hasSize(2);
    }

    @Test
    void seesAnAlertThatIsLate() {
        assertThat(LEDGER.judge(LEDGER.ideal(Duration.ofSeconds(31)), WINDOW).late())
                .hasSize(LEDGER.alerts());
    }

    @Test
    void seesAnArticleThatIsMissingOrTaggedTwice() {
        List<String> tagged = new ArrayList<>(ideal.tagged());
        tagged.set(0, tagged.get(1));
        AlertLedger.Verdict verdict = LEDGER.judge(new Observed(ideal.arrived(), tagged, ideal.alerts()), WINDOW);
        assertThat(verdict.lost()).containsExactly("tagged " + ideal.tagged().get(0));
        assertThat(verdict.twice()).containsExactly("tagged " + ideal.tagged().get(1));
    }
}
