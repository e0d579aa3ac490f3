package io.visitwatch.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;

class ClusterCheckTest {
    private static List<ClusterCheck.Finding> features(MetadataVersion metadata, int transactions) {
        return ClusterCheck.features(
                Map.of("metadata.version", metadata.featureLevel(), "transaction.version", (short) transactions));
    }

    @Test
    void isContentWithKafkaOfTheFourthGeneration() {
        assertThat(features(MetadataVersion.IBP_4_0_IV3, 2)).allMatch(ClusterCheck.Finding::good);
        assertThat(features(MetadataVersion.latestProduction(), 2)).allMatch(ClusterCheck.Finding::good);
    }

    @Test
    void namesAnOldClusterByItsRelease() {
        assertThat(features(MetadataVersion.IBP_3_9_IV0, 0))
                .noneMatch(ClusterCheck.Finding::good)
                .extracting(ClusterCheck.Finding::detail)
                .anyMatch(detail -> detail.startsWith("transaction.version 0, 2 needed"))
                .anyMatch(detail -> detail.startsWith("metadata.version 3.9-IV0, Kafka 4.0 or newer"));
    }

    @Test
    void doesNotStumbleOverReleasesItCannotKnow() {
        assertThat(ClusterCheck.features(Map.of("metadata.version", (short) 9_999, "transaction.version", (short) 3)))
                .allMatch(ClusterCheck.Finding::good);
        assertThat(ClusterCheck.features(Map.of()))
                .noneMatch(ClusterCheck.Finding::good)
                .extracting(ClusterCheck.Finding::detail)
                .anyMatch(detail -> detail.startsWith("metadata.version none"));
    }
}
