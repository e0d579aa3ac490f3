package io.visitwatch.enrich.gazetteer.importer;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.GazetteerException;
import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Builds a gazetteer of the bundled data and files of the user's. */
public final class GazetteerFiles {
    private GazetteerFiles() {}

    /**
     * A gazetteer and what became of the files it was made of.
     *
     * @param gazetteer ready for use
     * @param reports one per file, in the order they were read
     */
    public record Loaded(Gazetteer gazetteer, List<ImportReport> reports) {
        public Loaded {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Reads files on top of the bundled gazetteer: in the order given, but the user's own YAML after all others, so that it wins.
     *
     * @throws GazetteerException naming the file, the cause and the next step
     */
    public static Loaded load(List<Path> files) {
        if (files.isEmpty()) {
            return new Loaded(Gazetteer.bundled(), List.of());
        }
        OfficeTitles titles = new OfficeTitles(Gazetteer.bundled());
        List<Path> ordered = ordered(files);
        List<ImportReport> reports = new ArrayList<>();
        List<GazetteerSink.Source> sources = new ArrayList<>();
        for (Path file : ordered) {
            sources.add(sink -> reports.add(read(file, titles, sink)));
        }
        return new Loaded(Gazetteer.bundledWith(sources, digest(ordered)), reports);
    }

    private static List<Path> ordered(List<Path> files) {
        List<Path> ordered = new ArrayList<>();
        files.stream().filter(file -> format(file) != ImportFormat.OWN).forEach(ordered::add);
        files.stream().filter(file -> format(file) == ImportFormat.OWN).forEach(ordered::add);
        return ordered;
    }

    private static ImportFormat format(Path file) {
        return ImportFormat.of(file)
                .orElseThrow(
                        () -> new GazetteerException(
                                file
                                        + ": format unknown; name it *.yaml, *.ftm.json, *wikidata*.json, *popolo*.json or *.txt (GeoNames)"));
    }

    private static ImportReport read(Path file, OfficeTitles titles, GazetteerSink sink) {
        ImportFormat format = format(file);
        Importer importer = switch (format) {
            case WIKIDATA -> new WikidataImporter(titles, countryIds());
            case OPEN_SANCTIONS -> new OpenSanctionsImporter(titles);
            case POPOLO -> new PopoloImporter(titles);
            case GEONAMES -> new GeoNamesImporter();
            case OWN -> new YamlImporter();
        };
        Counter counter = new Counter(file.toString(), format.name());
        try {
            importer.read(file, sink, counter);
        } catch (IOException e) {
            throw new GazetteerException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return counter.report();
    }

    private static Map<String, String> countryIds() {
        Map<String, String> codes = new HashMap<>();
        InputStream in = Gazetteer.class.getResourceAsStream("country-qids.tsv");
        if (in == null) {
            throw new GazetteerException("country-qids.tsv: not in the program's jar; build it again");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split("\t", -1);
                codes.put(columns[1], columns[0]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read country-qids.tsv", e);
        }
        return codes;
    }

    private static String digest(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new GazetteerException("cannot read " + files + ": " + e.getMessage(), e);
        }
    }
}
