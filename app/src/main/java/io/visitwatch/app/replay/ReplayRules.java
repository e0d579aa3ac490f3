package io.visitwatch.app.replay;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.Parts;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * The settings that decide what a replay finds.
 *
 * @param enrich what to look for in articles
 * @param ledger how reports become visits and alerts
 */
public record ReplayRules(EnrichConfig enrich, LedgerConfig ledger) {
    /** The rules of one configuration. */
    public static ReplayRules of(LoadedConfig loaded) {
        return new ReplayRules(
                Parts.enrichConfig(loaded), Parts.alertsConfig(loaded.config()).ledger());
    }

    /** What runs without configuration. */
    public static ReplayRules standard() {
        return new ReplayRules(EnrichConfig.standard(), LedgerConfig.standard());
    }

    /**
     * Digest of the settings and of the data they lead to: equal digests, equal results, on any machine. Names of files do not count,
     * their content does, through the data version.
     */
    public String digest(String dataVersion) {
        String text = String.join(
                "\n",
                dataVersion,
                enrich.watches().toString(),
                new TreeMap<>(enrich.keywords()).toString(),
                Double.toString(enrich.threshold()),
                ledger.confirmedWhen().toString(),
                new TreeMap<>(ledger.outletClasses()).toString(),
                new TreeMap<>(ledger.zone()).toString(),
                Json.write(new Object[] {
                    ledger.gapDays(),
                    ledger.planDays(),
                    ledger.overdueDays(),
                    ledger.closeDays(),
                    ledger.keepDays(),
                    ledger.staleDays(),
                    ledger.sameText(),
                    ledger.maxReports()
                }));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
