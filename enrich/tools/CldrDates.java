import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code calendar-names.tsv}: the names the Unicode CLDR data of the running JDK gives months and days of the week. They are
 * kept as our own data since they differ from one JDK to the next, and a replay may not. Run with
 * {@code java -Dstdout.encoding=UTF-8 CldrDates.java > calendar-names.tsv}.
 */
public final class CldrDates {
    private static final List<TextStyle> STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE);

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("# Names of months (from January) and days of the week (from Monday), separated by ; and their forms by |.");
        out.println("# Source: Unicode CLDR (Unicode licence v3), as shipped with JDK " + Runtime.version().feature()
                + "; written by enrich/tools/CldrDates.java. Do not edit: additions go to the table of the language.");
        out.println("# language\tkind\tnames");
        TreeSet<String> languages = Arrays.stream(Locale.getAvailableLocales())
                .map(Locale::getLanguage)
                .filter(language -> !language.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        languages.addAll(List.of("ar-IQ", "ar-MA"));
        for (String language : languages) {
            row(out, language, "month", Month.values(), Month::getDisplayName);
            row(out, language, "weekday", DayOfWeek.values(), DayOfWeek::getDisplayName);
        }
    }

    private static <T> void row(
            PrintStream out, String language, String kind, T[] values, Name<T> name) {
        BiFunction<T, Locale, String> forms = (value, locale) -> STYLES.stream()
                .map(style -> name.of(value, style, locale))
                .filter(form -> form.chars().noneMatch(Character::isDigit))
                .distinct()
                .collect(Collectors.joining("|"));
        String own = row(values, Locale.forLanguageTag(language), forms);
        if (!own.isBlank() && !own.equals(row(values, Locale.ROOT, forms))) {
            out.println(language + "\t" + kind + "\t" + own);
        }
    }

    private static <T> String row(T[] values, Locale locale, BiFunction<T, Locale, String> forms) {
        return Stream.of(values).map(value -> forms.apply(value, locale)).collect(Collectors.joining(";"));
    }

    private interface Name<T> {
        String of(T value, TextStyle style, Locale locale);
    }
}
