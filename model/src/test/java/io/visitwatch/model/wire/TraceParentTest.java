package io.visitwatch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static RecordHeaders begun(String seed) {
        RecordHeaders headers = new RecordHeaders();
        TraceParent.begin(headers, seed);
        return headers;
    }

    private static String value(RecordHeaders headers) {
        return new String(headers.lastHeader(TraceParent.HEADER).value(), StandardCharsets.US_ASCII);
    }

    @Test
    void oneSeedIsOneTraceAndAnotherSeedAnother() {
        assertThat(value(begun("a/0")))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .isEqualTo(value(begun("a/0")));
        assertThat(value(begun("a/0"))).isNotEqualTo(value(begun("a/1")));
    }

    @Test
    void aTraceIsCarriedAsItCame() {
        RecordHeaders written = new RecordHeaders();
        TraceParent.follow(begun("a/0"), written);
        assertThat(value(written)).isEqualTo(value(begun("a/0")));
        assertThat(written).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\nx"
            })
    void whatIsNoTraceIsLeft(String wrong) {
        RecordHeaders read = new RecordHeaders();
        read.add(TraceParent.HEADER, wrong.getBytes(StandardCharsets.UTF_8));
        RecordHeaders written = new RecordHeaders();
        TraceParent.follow(read, written);
        assertThat(written).isEmpty();
    }
}
