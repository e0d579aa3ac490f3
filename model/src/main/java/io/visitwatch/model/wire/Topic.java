package io.visitwatch.model.wire;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * One topic of the contract.
 *
 * @param name full name, prefix and version included
 * @param keys serde of the key
 * @param values serde of the value
 * @param partitioned whether it takes the configured number of partitions, rather than one
 * @param config explicit topic configuration, so that no broker default decides
 */
public record Topic<K, V>(
        String name, Serde<K> keys, Serde<V> values, boolean partitioned, Map<String, String> config) {
    public Topic {
        config = Map.copyOf(config);
    }
}
