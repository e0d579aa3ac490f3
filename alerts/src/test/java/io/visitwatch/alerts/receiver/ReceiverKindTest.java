package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.alerts.notify.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiverKindTest {
    @Test
    void everyKindIsUnderTheContractOrHasATestOfItsOwn() {
        List<ReceiverKind> covered = new ArrayList<>(ReceiverContract.BY_POST);
        covered.add(ReceiverKind.LOG);
        covered.add(ReceiverKind.EMAIL);
        assertThat(covered).containsExactlyInAnyOrder(ReceiverKind.values());
    }

    @Test
    void anUnknownKindOrSettingIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> ReceiverKind.of("pager")).hasMessageContaining("slack");
        assertThatThrownBy(() -> new ReceiverConfig(
                        "desk", ReceiverKind.SLACK, Map.of("url", "http://x/", "chanel", "a"), Handling.OPEN))
                .hasMessageContaining("chanel")
                .hasMessageContaining("channel");
    }

    @Test
    void neverShowsASecret() {
        ReceiverConfig config = new ReceiverConfig(
                "desk", ReceiverKind.NTFY, Map.of("url", "http://x/", "topic", "t", "token", "hush"), Handling.OPEN);
        assertThat(config.toString()).contains("desk", "token").doesNotContain("hush");
    }
}
