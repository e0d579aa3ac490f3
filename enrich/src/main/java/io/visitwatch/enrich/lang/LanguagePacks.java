package io.visitwatch.enrich.lang;

import io.visitwatch.enrich.text.Normalizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All language packs of the project, loaded from the class path. */
public final class LanguagePacks {
    private static final List<String> FILES = List.of("triggers.tsv", "status.tsv", "nouns.tsv", "grammar.tsv");
    private static final String SETTINGS = "settings.tsv";

    private final Map<String, LanguagePack> packs;
    private final String digest;

    private LanguagePacks(Map<String, LanguagePack> packs, String digest) {
        this.packs = Map.copyOf(packs);
        this.digest = digest;
    }

    /** The packs listed in {@code lang/languages.txt}. */
    public static LanguagePacks bundled() {
        return with(null);
    }

    /**
     * The bundled packs, each file replaced by the file of the same name in {@code folder} where there is one.
     *
     * @param folder laid out as {@code lang/}; null for the bundled packs alone
     * @throws LanguagePackException when a file there cannot be used
     */
    public static LanguagePacks with(@Nullable Path folder) {
        PackFiles files = new PackFiles(folder);
        List<String> codes = files.lines(PackFiles.LIST);
        Set<String> names = new HashSet<>(FILES);
        names.add(SETTINGS);
        files.refuseUnknown(Set.copyOf(codes), names);
        Map<String, LanguagePack> packs = new HashMap<>();
        codes.forEach(code -> packs.put(code, load(code, files)));
        return new LanguagePacks(packs, files.digest());
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

    private static LanguagePack load(String code, PackFiles files) {
        List<LanguagePack.Entry> entries = new ArrayList<>();
        for (String file : FILES) {
            String path = code + "/" + file;
            int number = 0;
            for (String line : files.lines(path)) {
                number++;
                entries.addAll(entries(line, path, number, files));
            }
        }
        return new LanguagePack(code, settings(code, files), entries);
    }

    private static List<LanguagePack.Entry> entries(String line, String path, int number, PackFiles files) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 2) {
            throw files.fault(path, ", entry " + number + ": wants cue, tab, pattern; found \"" + line + "\"");
        }
        try {
            Cue cue = Cue.valueOf(upper(cells[0]));
            Tense tense = cells.length > 2 ? Tense.valueOf(upper(cells[2])) : Tense.OPEN;
            return Pattern.parse(cells[1]).stream()
                    .map(pattern -> new LanguagePack.Entry(cue, pattern, tense))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw files.fault(path, ", entry " + number + ": " + e.getMessage() + " in \"" + line + "\"");
        }
    }

    private static LanguagePack.Settings settings(String code, PackFiles files) {
        String path = code + "/" + SETTINGS;
        Map<String, String> values = new HashMap<>();
        for (String line : files.lines(path)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2) {
                throw files.fault(path, ": wants key, tab, value; found \"" + line + "\"");
            }
            values.put(cells[0], cells[1]);
        }
        List<String> prefixes = new ArrayList<>(words(values.get("prefixes")));
        prefixes.sort((a, b) -> b.length() - a.length());
        return new LanguagePack.Settings(
                WordOrder.valueOf(upper(values.getOrDefault("order", "svo"))),
                values.get("home"),
                List.copyOf(prefixes),
                words(values.get("conjunctions")),
                words(values.get("future")),
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
}
