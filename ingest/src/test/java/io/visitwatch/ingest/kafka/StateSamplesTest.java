package io.visitwatch.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.seen.Mark;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packed records of {@code feed-state}, as an earlier version of ours wrote them. */
class StateSamplesTest {
    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("..", "docs", "api", "samples", "v1", name + ".json"));
    }

    @Test
    void theMemoryOfEntriesOfTheFirstVersionIsRead() throws IOException {
        assertThat(StateRecords.seen(sample("feed-state.seen")).marks())
                .containsExactly(
                        new Mark(11, 12, 13, 14, 0, 15, 16, 2, 1_763_791_200L, 489_942, true),
                        new Mark(21, 0, 0, 24, 25, 26, 27, 0, 1_763_791_200L, 489_942, false));
    }

    @Test
    void whatAnOutletRepeatsIsReadAndWrittenTheSame() throws IOException {
        byte[] sample = sample("feed-state.boilerplate");
        assertThat(Json.mapper().readTree(StateRecords.bytes(StateRecords.boilerplate(sample))))
                .isEqualTo(Json.mapper().readTree(sample));
    }

    @Test
    void theNumberOfTheLastTransactionIsRead() throws IOException {
        assertThat(StateRecords.batch(sample("feed-state.batch"))).isEqualTo(42);
    }
}
