package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A copy of a visit differs in what was said and in its version, and in nothing else. */
class VisitsTest {
    private static final Instant OLD = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-03-20T00:00:00Z");
    private static final Visit VISIT = visit(VisitStatus.ARRIVED);

    private static Visit visit(VisitStatus status) {
        Reports report = Reports.of("a")
                .visitor("Hakan Fidan", "TR", "foreign-minister")
                .published("2026-03-10")
                .host("h", "Fuad Hussein", "foreign-minister")
                .purpose("to discuss water")
                .status(status);
        return new VisitDeriver(LedgerConfig.standard())
                .derive("v", List.of(report.build()), Overlay.NONE.note("noted").silence(NEW));
    }

    private static void assertDiffersIn(Visit changed, String... fields) {
        assertThat(changed).usingRecursiveComparison().ignoringFields(fields).isEqualTo(VISIT);
    }

    @Test
    void whatIsOverdueIsStillOpen() {
        Visit overdue = Visits.overdue(VISIT);
        assertThat(overdue.overdue()).isTrue();
        assertThat(overdue.version()).isEqualTo(2);
        assertDiffersIn(overdue, "version", "overdue");
    }

    @Test
    void whatIsClosedKeepsAllItsSources() {
        Visit closed = Visits.closed(VISIT);
        assertThat(closed.closed()).isTrue();
        assertThat(closed.version()).isEqualTo(2);
        assertDiffersIn(closed, "version", "closed");
    }

    @Test
    void ofWhatIsRetractedOnlyTheSourcesGo() {
        Visit gone = Visits.retracted(VISIT, NEW);
        assertThat(gone.retracted()).isTrue();
        assertThat(gone.closed()).isTrue();
        assertThat(gone.sources()).isEmpty();
        assertThat(gone.updatedAt()).isEqualTo(NEW);
        assertThat(gone.version()).isEqualTo(2);
        assertDiffersIn(gone, "version", "closed", "retracted", "sources", "updatedAt");
    }

    @Test
    void whatIsMergedSaysIntoWhich() {
        Visit gone = Visits.merged(VISIT, "w", NEW);
        assertThat(gone.mergedInto()).isEqualTo("w");
        assertThat(gone.closed()).isTrue();
        assertThat(gone.retracted()).isFalse();
        assertThat(gone.sources()).isEmpty();
        assertThat(gone.version()).isEqualTo(2);
        assertDiffersIn(gone, "version", "closed", "mergedInto", "sources", "updatedAt");
    }

    @Test
    void aLateEventDoesNotTurnTimeBack() {
        assertThat(Visits.merged(VISIT, "w", OLD).updatedAt()).isEqualTo(VISIT.updatedAt());
        assertThat(Visits.retracted(VISIT, OLD).updatedAt()).isEqualTo(VISIT.updatedAt());
    }

    @Test
    void whatIsRepeatedIsCounted() {
        Visit again = Visits.repeated(Visits.repeated(VISIT));
        assertThat(again.repeats()).isEqualTo(2);
        assertThat(again.version()).isEqualTo(3);
        assertDiffersIn(again, "version", "repeats");
    }

    @Test
    void whatIsDerivedTheSameKeepsItsVersion() {
        Visit before = Visits.closed(Visits.repeated(VISIT));
        assertThat(Visits.remembered(VISIT, before)).isEqualTo(before);
    }

    @Test
    void whatIsDerivedAnewRemembersWhatOnlyTheLedgerKnows() {
        Visit before = Visits.repeated(Visits.closed(Visits.overdue(visit(VisitStatus.ANNOUNCED))));
        Visit plan = Visits.remembered(visit(VisitStatus.RUMOURED), before);
        assertThat(plan.version()).isEqualTo(before.version() + 1);
        assertThat(plan.overdue()).as("still a plan").isTrue();
        assertThat(plan.closed()).isTrue();
        assertThat(plan.repeats()).isEqualTo(1);
        assertThat(Visits.remembered(VISIT, before).overdue()).as("he came").isFalse();
        assertThat(Visits.remembered(VISIT, before).status()).isEqualTo(VisitStatus.ARRIVED);
    }
}
