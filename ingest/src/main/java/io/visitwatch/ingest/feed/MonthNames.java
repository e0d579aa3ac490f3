package io.visitwatch.ingest.feed;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of months, folded: no case, no accents. English is at hand; the other languages come from the JDK's locale data when the
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
        /** No Croatian: its listopad is October, the Czech and Polish one November. */
        private static final String[] LANGUAGES = {
            "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "tr", "ar", "ar-IQ", "ar-MA", "fa", "ur", "he", "cs", "sk",
            "sv", "da", "nb", "fi", "hu", "el", "ro", "uk", "bg", "sr", "ca", "az", "id", "vi", "hi", "bn", "et", "lv",
            "lt", "sl", "ka", "hy", "ku", "sq", "kk", "uz"
        };

        static final Map<String, Integer> NAMES = load();

        private static Map<String, Integer> load() {
            Map<String, Integer> names = new HashMap<>();
            Set<String> disputed = new HashSet<>();
            TextStyle[] styles = {TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE
            };
            for (String language : LANGUAGES) {
                Locale locale = Locale.forLanguageTag(language);
                for (Month month : Month.values()) {
                    for (TextStyle style : styles) {
                        add(names, disputed, month.getDisplayName(style, locale), month.getValue());
                    }
                }
            }
            // Sorani Kurdish is not in the JDK; German and Greek feeds write forms of their own.
            String[][] more = {
                {"مارس", "3"}, {"شوبات", "2"}, {"ئازار", "3"}, {"نیسان", "4"}, {"ئایار", "5"}, {"حوزەیران", "6"},
                {"تەمموز", "7"}, {"تەممووز", "7"}, {"ئاب", "8"}, {"ئەیلوول", "9"}, {"mrz", "3"}, {"maerz", "3"},
                {"ιουλ", "7"}, {"ιουν", "6"}, {"μαη", "5"}, {"ιουον", "6"}
            };
            for (String[] row : more) {
                add(names, disputed, row[0], Integer.parseInt(row[1]));
            }
            names.keySet().removeAll(disputed);
            return Map.copyOf(names);
        }

        private static void add(Map<String, Integer> names, Set<String> disputed, String name, int month) {
            String key = fold(name);
            boolean letters = key.length() > 1 && key.chars().noneMatch(Character::isDigit);
            Integer other = letters ? names.putIfAbsent(key, month) : null;
            if (other != null && other != month) {
                disputed.add(key);
            }
        }
    }
}
