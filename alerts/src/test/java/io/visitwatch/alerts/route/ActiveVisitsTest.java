package io.visitwatch.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.Alerts.End;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import org.junit.jupiter.api.Test;

class ActiveVisitsTest {
    private final ActiveVisits active = new ActiveVisits();

    @Test
    void aVisitIsActiveUntilItIsClosedOrTakenBack() {
        active.remember(Alerts.arrival().of("a").build());
        active.remember(Alerts.arrival().of("b").build());
        active.remember(Alerts.arrival().of("c").build());
        active.remember(Alerts.arrival().of("a").ended(End.CLOSED).build());
        active.remember(Alerts.arrival().of("b").ended(End.RETRACTED).build());
        assertThat(active.all()).flatExtracting(labels -> labels.get("visit")).containsExactly("c");
    }

    @Test
    void itsLastAlertLabelsIt() {
        active.remember(Alerts.arrival()
                .with(VisitChange.NEW_VISIT, VisitStatus.ANNOUNCED)
                .build());
        active.remember(Alerts.arrival()
                .with(VisitChange.STATUS_CHANGED, VisitStatus.ARRIVED)
                .build());
        assertThat(active.all())
                .singleElement()
                .satisfies(labels -> assertThat(labels.get("status")).containsExactly("arrived"));
    }
}
