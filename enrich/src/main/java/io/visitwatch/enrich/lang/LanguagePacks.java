package io.visitwatch.enrich.lang;

import io.visitwatch.enrich.text.Normalizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All language packs of the project, loaded from the class path. */
public final class LanguagePacks {
    private static final String ROOT = "/io/visitwatch/enrich/lang/";
    private static final List<String> FILES = List.of("triggers.tsv", "status.tsv", "nouns.tsv", "grammar.tsv");

    private final Map<String, LanguagePack> packs;
    private final String digest;

    private LanguagePacks(Map<String, LanguagePack> packs, String digest) {
        this.packs = Map.copyOf(packs);
        this.digest = digest;
    }

    /** The packs listed in {@code lang/languages.txt}. */
    public static LanguagePacks bundled() {
        java.security.MessageDigest sha = sha256();
        Map<String, LanguagePack> packs = new HashMap<>();
        for (String code : lines("languages.txt", sha)) {
            packs.put(code, load(code, sha));
        }
        return new LanguagePacks(packs, HexFormat.of().formatHex(sha.digest()).substring(0, 12));
    }

    /** The codes there is a pack for. */
    public Set<String> codes() {
        return packs.keySet();
    }

    /** The pack of a language, or English where there is none: its cues seldom meet words of another script. */
    public LanguagePack of(String language) {
        LanguagePack exact = packs.get(language);
        if (exact != null) {
            return exact;
        }
        String base = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        LanguagePack pack = packs.getOrDefault(base, packs.get("en"));
        if (pack == null) {
            throw new IllegalStateException("no language pack for " + language + " and none for en");
        }
        return pack;
    }

    /** Digest of all files, for the data version of a report. */
    public String digest() {
        return digest;
    }

    private static LanguagePack load(String code, java.security.MessageDigest sha) {
        List<LanguagePack.Entry> entries = new ArrayList<>();
        for (String file : FILES) {
            String path = code + "/" + file;
            int number = 0;
            for (String line : lines(path, sha)) {
                number++;
                entries.addAll(entries(line, path + ", entry " + number));
            }
        }
        return new LanguagePack(code, settings(code, sha), entries);
    }

    private static List<LanguagePack.Entry> entries(String line, String where) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 2) {
            throw new IllegalStateException(where + ": wants cue, tab, pattern; found \"" + line + "\"");
        }
        try {
            Cue cue = Cue.valueOf(upper(cells[0]));
            Tense tense = cells.length > 2 ? Tense.valueOf(upper(cells[2])) : Tense.OPEN;
            return Pattern.parse(cells[1]).stream()
                    .map(pattern -> new LanguagePack.Entry(cue, pattern, tense))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + ": " + e.getMessage() + " in \"" + line + "\"", e);
        }
    }

    private static LanguagePack.Settings settings(String code, java.security.MessageDigest sha) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines(code + "/settings.tsv", sha)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2) {
                throw new IllegalStateException(code + "/settings.tsv: wants key, tab, value; found \"" + line + "\"");
            }
            values.put(cells[0], cells[1]);
        }
        List<String> prefixes = new ArrayList<>(words(values.get("prefixes")));
        prefixes.sort((a, b) -> b.length() - a.length());
        return new LanguagePack.Settings(
                WordOrder.valueOf(upper(values.getOrDefault("order", "svo"))),
                values.get("home"),
                List.copyOf(prefixes),
                words(values.get("habits")),
                words(values.get("in")),
                words(values.get("to")),
                words(values.get("from")),
                words(values.get("oblique")));
    }

    private static Set<String> words(@Nullable String cell) {
        if (cell == null) {
            return Set.of();
        }
        return java.util.Arrays.stream(cell.strip().split("\\s+", -1))
                .map(word -> Normalizer.fold(word).folded())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String upper(String cell) {
        return cell.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static List<String> lines(String path, java.security.MessageDigest sha) {
        try (InputStream in = LanguagePacks.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalStateException("language pack file " + path + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sha.update(line.getBytes(StandardCharsets.UTF_8));
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read language pack file " + path, e);
        }
    }

    private static java.security.MessageDigest sha256() {
        try {
            return java.security.MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
