package io.visitwatch.enrich.gazetteer.importer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Formats that can be imported, told apart by the file's name. */
public enum ImportFormat {
    /** {@code *wikidata*.json}, one entity a line. */
    WIKIDATA,
    /** {@code *.ftm.json}. */
    OPEN_SANCTIONS,
    /** {@code *popolo*.json}. */
    POPOLO,
    /** {@code *.txt} or {@code *.tsv}. */
    GEONAMES,
    /** {@code *.yaml} or {@code *.yml}. */
    OWN;

    /** The format of a file; nothing when its name tells none. */
    public static Optional<ImportFormat> of(Path file) {
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return Optional.of(OWN);
        }
        if (name.endsWith(".ftm.json")) {
            return Optional.of(OPEN_SANCTIONS);
        }
        if (name.endsWith(".txt") || name.endsWith(".tsv")) {
            return Optional.of(GEONAMES);
        }
        if (name.contains("wikidata")) {
            return Optional.of(WIKIDATA);
        }
        return name.contains("popolo") ? Optional.of(POPOLO) : Optional.empty();
    }
}
