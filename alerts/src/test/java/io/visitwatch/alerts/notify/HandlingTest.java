package io.visitwatch.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import org.junit.jupiter.api.Test;

class HandlingTest {
    private static final Handling MINISTERS = new Handling(2);
    private static final String SECRET = "will land at Baghdad airport at 14:30";

    @Test
    void withholdsVenueAndHourOfAPlannedVisit() {
        Alert planned = Alerts.arrival()
                .with(VisitChange.NEW_VISIT, VisitStatus.ANNOUNCED)
                .saying("Minister due at 14:30", SECRET)
                .build();
        String seen = Json.write(MINISTERS.apply(planned));
        assertThat(seen).contains("Kemal Aydin", Handling.WITHHELD).doesNotContain("14:30", "Green Zone", "airport");
    }

    @Test
    void showsEverythingOnceTheVisitorIsThere() {
        Alert arrived = Alerts.arrival().build();
        assertThat(MINISTERS.apply(arrived)).isEqualTo(arrived);
    }

    @Test
    void showsThePlansOfLesserVisitors() {
        Alert planned = Alerts.arrival()
                .with(VisitChange.NEW_VISIT, VisitStatus.ANNOUNCED)
                .build();
        assertThat(new Handling(1).apply(planned)).isEqualTo(planned);
    }
}
