package io.visitwatch.alerts.visit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** English names of states. Bundled rather than the JDK's: those differ between its versions, and alerts must not. */
final class CountryNames {
    private static final Map<String, String> NAMES = load();

    private CountryNames() {}

    /** The name for an ISO 3166-1 code; any other code as it is. */
    static String of(String code) {
        return NAMES.getOrDefault(code, code);
    }

    private static Map<String, String> load() {
        try (InputStream in = Objects.requireNonNull(
                        CountryNames.class.getResourceAsStream("country-names.tsv"), "country-names.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read country-names.tsv", e);
        }
    }
}
