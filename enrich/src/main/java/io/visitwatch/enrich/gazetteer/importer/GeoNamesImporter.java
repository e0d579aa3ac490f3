package io.visitwatch.enrich.gazetteer.importer;

import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.Place;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a GeoNames table ({@code cities15000.txt}, {@code IQ.txt}, {@code allCountries.txt}): 19 columns, tab-separated.
 *
 * <p>Taken are populated places (class P) of some size and first-order divisions (ADM1); their alternate names without codes and
 * links.
 */
final class GeoNamesImporter implements Importer {
    private static final int COLUMNS = 19;
    private static final int SMALLEST_POPULATION = 5_000;
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 60;

    @Override
    public void read(Path file, GazetteerSink sink, Counter counter) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(JsonRecords.open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                counter.record();
                place(file.getFileName() + ":" + number, line.split("\t", -1), sink, counter);
            }
        }
    }

    private static void place(String where, String[] columns, GazetteerSink sink, Counter counter) {
        if (columns.length != COLUMNS) {
            counter.skip("not " + COLUMNS + " columns", where);
            return;
        }
        boolean city = columns[6].equals("P");
        boolean division = columns[7].equals("ADM1");
        if (!city && !division) {
            counter.skip("feature class " + columns[6], where);
            return;
        }
        if (city && population(columns[14]) < SMALLEST_POPULATION && !columns[7].startsWith("PPLA")) {
            counter.skip("fewer than " + SMALLEST_POPULATION + " people", where + " " + columns[1]);
            return;
        }
        if (!sink.knowsCountry(columns[8])) {
            counter.skip("no known country", where + " " + columns[1]);
            return;
        }
        Place place = new Place("gn-" + columns[0], columns[1], city ? "city" : "region", null, columns[8]);
        sink.addPlace(place, names(columns));
        counter.took("places");
    }

    private static List<String> names(String[] columns) {
        Set<String> names = new LinkedHashSet<>();
        names.add(columns[1]);
        names.add(columns[2]);
        names.addAll(List.of(columns[3].split(",", -1)));
        List<String> usable = new ArrayList<>();
        names.remove("");
        for (String name : names) {
            boolean fits = name.length() >= SHORTEST_NAME && name.length() <= LONGEST_NAME;
            boolean shout = name.equals(name.toUpperCase(Locale.ROOT)) && name.charAt(0) < 0x250;
            boolean code = name.contains("://") || (shout && name.length() <= 4);
            if (fits && !code && name.codePoints().anyMatch(Character::isLetter)) {
                usable.add(name);
            }
        }
        return usable;
    }

    private static long population(String text) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
