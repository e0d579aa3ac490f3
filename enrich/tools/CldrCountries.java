import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;

/**
 * Writes {@code countries-cldr.tsv}: the names the Unicode CLDR data of the running JDK gives countries, in the gazetteer's
 * form. Run with {@code java CldrCountries.java > countries-cldr.tsv}. Names in several languages share a row.
 */
public final class CldrCountries {
    private static final List<String> LANGUAGES = List.of(
            "en", "ar", "fa", "ckb", "kmr", "tr", "fr", "de", "ru", "es", "it", "ur", "az", "he", "pt", "nl", "pl", "uk", "sv",
            "da", "nb", "fi", "el", "ro", "cs", "hu", "bg", "sr", "mk", "hr", "sk", "sl", "id", "ms", "ps", "bs", "sq");
    /** Territories whose names are words, or that no official ever travels from. */
    private static final Set<String> LEFT_OUT = Set.of(
            "AQ", "BV", "HM", "TF", "GS", "UM", "IO", "CC", "CX", "NF", "SJ", "AX", "BQ", "BL", "MF", "PM", "WF", "YT", "RE", "GP",
            "MQ", "GF", "SH", "PN", "TK", "JE", "GG", "IM", "SX", "CW", "AS", "MP", "VI", "VG", "AI", "MS", "TC", "FK", "NU");

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("# Names of countries in 37 languages.");
        out.println("# Source: Unicode CLDR (Unicode licence v3), as shipped with JDK " + Runtime.version().feature()
                + "; written by enrich/tools/CldrCountries.java. Do not edit: additions go to countries.tsv.");
        out.println("# code\ttype\tlanguages\tforms");
        TreeSet<String> codes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.add("XK");
        codes.removeAll(LEFT_OUT);
        for (String code : codes) {
            out.println(code + "\tstate\ten\t" + name(code, "en"));
            Map<String, StringBuilder> languages = new TreeMap<>();
            for (String language : LANGUAGES) {
                String name = name(code, language);
                if (name.equals(code) || !language.equals("en") && name.equals(name(code, "en")) && !latin(language)) {
                    continue;
                }
                StringBuilder list = languages.computeIfAbsent(name, key -> new StringBuilder());
                list.append(list.length() == 0 ? "" : ",").append(language);
            }
            languages.forEach((name, list) -> out.println(code + "\tname\t" + list + "\t" + name));
        }
    }

    private static boolean latin(String language) {
        return !List.of("ar", "fa", "ckb", "ru", "ur", "he", "uk", "el", "bg", "sr", "mk", "ps").contains(language);
    }

    private static String name(String code, String language) {
        Locale locale = Locale.forLanguageTag(language.equals("kmr") ? "ku" : language);
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
        return name.replaceAll("\\s*[(（].*", "").replace("SAR China", "").replace('|', ' ').trim();
    }
}
