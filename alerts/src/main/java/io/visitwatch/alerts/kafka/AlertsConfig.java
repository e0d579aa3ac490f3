package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.visit.LedgerConfig;
import java.util.Objects;

/**
 * What the alerts topology lets people decide.
 *
 * @param ledger how reports become visits
 * @param inMemory keep the stores on the heap instead of RocksDB, for machines whose temporary folder forbids native code
 */
public record AlertsConfig(LedgerConfig ledger, boolean inMemory) {
    public AlertsConfig {
        Objects.requireNonNull(ledger, "ledger");
    }

    /** What runs without configuration. */
    public static AlertsConfig standard() {
        return new AlertsConfig(LedgerConfig.standard(), false);
    }
}
