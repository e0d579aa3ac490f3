package io.visitwatch.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param watches places whose visitors are watched; at least one
 * @param keywords named Boolean queries, name to query text
 * @param gazetteerFiles further gazetteer files, read over the bundled ones
 * @param languagePacks folder whose language pack files take the place of the bundled ones; null for the bundled ones alone
 * @param threshold least confidence, from 0 to 1, that makes a report
 */
public record EnrichConfig(
        List<WatchPlace> watches,
        Map<String, String> keywords,
        List<Path> gazetteerFiles,
        @Nullable Path languagePacks,
        double threshold) {
    private static final String DEFAULTS = "default.properties";

    public EnrichConfig {
        watches = List.copyOf(watches);
        keywords = Map.copyOf(keywords);
        gazetteerFiles = List.copyOf(gazetteerFiles);
        if (watches.isEmpty()) {
            throw new IllegalArgumentException("at least one place to watch is needed");
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold is " + threshold + ", allowed are 0 to 1");
        }
    }

    /** The settings shipped in {@code default.properties}. */
    public static EnrichConfig standard() {
        Properties defaults = new Properties();
        try (InputStream in = EnrichConfig.class.getResourceAsStream(DEFAULTS)) {
            if (in == null) {
                throw new IllegalStateException("resource " + DEFAULTS + " is missing");
            }
            defaults.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + DEFAULTS, e);
        }
        WatchPlace watch =
                new WatchPlace(defaults.getProperty("watch.place"), ZoneId.of(defaults.getProperty("watch.zone")));
        double threshold = Double.parseDouble(defaults.getProperty("threshold"));
        return new EnrichConfig(List.of(watch), Map.of(), List.of(), null, threshold);
    }
}
