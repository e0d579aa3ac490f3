package io.visitwatch.app.run;

import io.visitwatch.alerts.kafka.AlertsConfig;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.ingest.IngestConfig;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * What one process runs.
 *
 * @param parts parts to run
 * @param data data folder
 * @param config the configuration, for what is not said below
 * @param ingest feeds and manners
 * @param enrich what to look for
 * @param alerts how reports become alerts
 * @param api the HTTP port
 */
public record ServiceOptions(
        Set<Part> parts,
        Path data,
        AppConfig config,
        IngestConfig ingest,
        EnrichConfig enrich,
        AlertsConfig alerts,
        ApiSettings api) {
    public ServiceOptions {
        parts = Set.copyOf(parts);
        Objects.requireNonNull(data, "data");
    }

    /** Everything as configured. */
    public static ServiceOptions of(LoadedConfig loaded, Set<Part> parts, Path data) {
        AppConfig config = loaded.config();
        return new ServiceOptions(
                parts,
                data,
                config,
                Parts.ingestConfig(config),
                Parts.enrichConfig(loaded),
                Parts.alertsConfig(config),
                config.api());
    }

    /** The same with another HTTP port. */
    public ServiceOptions withApi(ApiSettings other) {
        return new ServiceOptions(parts, data, config, ingest, enrich, alerts, other);
    }

    boolean runs(Part part) {
        return parts.contains(part);
    }
}
