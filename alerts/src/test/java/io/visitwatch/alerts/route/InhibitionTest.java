package io.visitwatch.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.Visitor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InhibitionTest {
    private static final Inhibition RULE = new Inhibition(
            "weight",
            Matchers.parse(List.of("rank<=2")),
            Matchers.parse(List.of("rank>=3")),
            List.of("country", "office"));

    private static AlertLabels labels(String visit, String country, int rank, @Nullable String office) {
        return AlertLabels.of(Alerts.arrival()
                .of(visit)
                .by(new Visitor("x:" + visit, visit, country, office, "r", rank))
                .build());
    }

    @Test
    void mutesOnlyWhereAllNamedLabelsAreShared() {
        AlertLabels deputy = labels("deputy", "TR", 3, "foreign-minister");
        assertThat(RULE.mutedBy(deputy, List.of(labels("m", "TR", 2, "foreign-minister"))))
                .contains("m");
        assertThat(RULE.mutedBy(deputy, List.of(labels("m", "IR", 2, "foreign-minister"))))
                .isEmpty();
        assertThat(RULE.mutedBy(deputy, List.of(labels("m", "TR", 2, "defence-minister"))))
                .isEmpty();
    }

    @Test
    void aLabelThatBothLackIsShared() {
        AlertLabels deputy = labels("deputy", "TR", 3, null);
        assertThat(RULE.mutedBy(deputy, List.of(labels("m", "TR", 2, null)))).contains("m");
        assertThat(RULE.mutedBy(deputy, List.of(labels("m", "TR", 2, "foreign-minister"))))
                .isEmpty();
    }

    @Test
    void noWeightyVisitIsMuted() {
        AlertLabels minister = labels("m", "TR", 2, null);
        assertThat(RULE.mutedBy(minister, List.of(labels("p", "TR", 1, null)))).isEmpty();
    }

    @Test
    void noVisitMutesItself() {
        Matchers turkish = Matchers.parse(List.of("country=TR"));
        Inhibition oneOfANation = new Inhibition("one", turkish, turkish, List.of("country"));
        AlertLabels first = labels("a", "TR", 2, null);
        assertThat(oneOfANation.mutedBy(first, List.of(first))).isEmpty();
        assertThat(oneOfANation.mutedBy(first, List.of(first, labels("b", "TR", 2, null))))
                .contains("b");
    }
}
