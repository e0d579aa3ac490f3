package io.visitwatch.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerHaltTest {
    @AfterEach
    void putTheRealEndBack() {
        BrokerHalt.endWith(null);
    }

    @Test
    void saysOneLineWhenKafkaEndsTheProcess() {
        List<String> lines = new ArrayList<>();
        BrokerHalt.install();
        BrokerHalt.endWith(line -> {
            lines.add(line);
            throw new IllegalStateException("ended"); // the real one does not return either
        });
        try {
            Exit.halt(1, "log dir failed\nsecond line");
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("ended");
        }
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("halt 1, log dir failed")
                .doesNotContain("second line");
    }
}
