package io.visitwatch.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import org.junit.jupiter.api.Test;

/** Every label a route may name has the value that the documentation says. */
class AlertLabelsTest {
    @Test
    void givesEveryLabelItsValue() {
        AlertLabels labels = AlertLabels.of(Alerts.arrival().of("v1").build());
        assertThat(labels.get("visit")).containsExactly("v1");
        assertThat(labels.get("visitor")).contains("Kemal Aydin").hasSize(2);
        assertThat(labels.get("country")).containsExactly("TR");
        assertThat(labels.get("office")).containsExactly("foreign-minister");
        assertThat(labels.get("rank")).containsExactly("2");
        assertThat(labels.get("place")).containsExactly("baghdad");
        assertThat(labels.get("level")).containsExactly("place");
        assertThat(labels.get("status")).containsExactly("arrived");
        assertThat(labels.get("phase")).containsExactly("happening");
        assertThat(labels.get("change")).containsExactly("new-visit");
        assertThat(labels.get("confidence")).containsExactly("0.9300");
        assertThat(labels.get("confirmed")).containsExactly("false");
        assertThat(labels.get("language")).containsExactly("en");
        assertThat(labels.get("class")).containsExactly("agency");
        assertThat(AlertLabels.NAMES)
                .allSatisfy(name -> assertThat(labels.get(name)).isNotEmpty());
    }

    @Test
    void aRoleWithoutANameHasNoNameAndNoOfficeHasNone() {
        Visitor nobody = new Visitor("x:envoy", "", "UN", null, "envoy", 4);
        AlertLabels labels = AlertLabels.of(Alerts.arrival()
                .by(nobody)
                .with(VisitChange.STATUS_CHANGED, VisitStatus.ANNOUNCED)
                .build());
        assertThat(labels.get("visitor")).containsExactly("x:envoy");
        assertThat(labels.get("office")).isEmpty();
        assertThat(labels.get("change")).containsExactly("status-changed");
        assertThat(labels.get("phase")).containsExactly("planned");
    }
}
