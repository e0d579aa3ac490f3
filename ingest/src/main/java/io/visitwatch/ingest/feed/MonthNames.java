package io.visitwatch.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Names of months, folded: no case, no accents. English is at hand; the table of the other languages is read when the
 * first date in one of them turns up. A name that means two months in two languages means none.
 */
final class MonthNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final String[] ENGLISH = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };

    private static final Map<String, Integer> AT_HAND = new HashMap<>();

    static {
        for (int m = 1; m <= 12; m++) {
            AT_HAND.put(ENGLISH[m - 1], m);
            AT_HAND.put(ENGLISH[m - 1].substring(0, 3), m);
        }
        AT_HAND.put("sept", 9);
    }

    private MonthNames() {}

    /** 1 to 12, or 0 for a word that is no month. */
    static int month(String word) {
        Integer english = AT_HAND.get(word);
        if (english != null) {
            return english;
        }
        return word.isEmpty() || Character.isDigit(word.charAt(0)) ? 0 : World.NAMES.getOrDefault(fold(word), 0);
    }

    /** Makes one token of names of two words (كانون الثاني). */
    static void join(List<String> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String both = tokens.get(i) + " " + tokens.get(i + 1);
            if (month(tokens.get(i)) == 0 && Character.isLetter(tokens.get(i).charAt(0)) && month(both) > 0) {
                tokens.set(i, both);
                tokens.remove(i + 1);
            }
        }
    }

    private static String fold(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('ł', 'l');
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Loaded on first use. */
    private static final class World {
        static final Map<String, Integer> NAMES = load();

        private static Map<String, Integer> load() {
            Properties table = new Properties();
            try (InputStream in = MonthNames.class.getResourceAsStream("month-names.properties")) {
                table.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("month-names.properties", e);
            }
            Map<String, Integer> names = new HashMap<>();
            for (String month : table.stringPropertyNames()) {
                for (String name : table.getProperty(month).split("\\|", -1)) {
                    names.put(name, Integer.parseInt(month));
                }
            }
            return Map.copyOf(names);
        }
    }
}
