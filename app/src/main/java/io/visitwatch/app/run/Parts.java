package io.visitwatch.app.run;

import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.WatchPlace;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Turns the one configuration into what each part asks for. */
public final class Parts {
    private Parts() {}

    /** What to look for in articles. */
    public static EnrichConfig enrichConfig(LoadedConfig loaded) {
        AppConfig config = loaded.config();
        EnrichConfig standard = EnrichConfig.standard();
        List<WatchPlace> watches = config.watch().stream()
                .map(w -> new WatchPlace(w.id(), ZoneId.of(Objects.requireNonNullElse(w.zone(), "Asia/Baghdad"))))
                .toList();
        List<Path> gazetteer = config.gazetteer().stream().map(loaded::path).toList();
        return new EnrichConfig(
                watches.isEmpty() ? standard.watches() : watches,
                config.keywords(),
                gazetteer,
                config.threshold() == null ? standard.threshold() : config.threshold());
    }
}
