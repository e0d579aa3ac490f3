package io.visitwatch.ingest.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates with the name of a month, in any order and many languages: {@code 5 March 2024}, {@code Mär 5, 2024}, {@code 5 آذار 2024}. */
final class NamedDate {
    private static final Set<String> FILLERS =
            Set.of("de", "del", "of", "the", "le", "den", "d", "o", "el", "il", "г", "года");

    /** Words that may stand beside the day, the month and the year: a weekday in up to two words. */
    private static final int MAX_OTHER_WORDS = 2;

    private NamedDate() {}

    /** The day {@code text} (lower case, no time) names; null when it names none. */
    static @Nullable LocalDate parse(String text) {
        List<String> tokens = new ArrayList<>();
        for (String token : text.split("[\\s,./·،\\-–]+", 12)) {
            if (!token.isEmpty() && !FILLERS.contains(token)) {
                tokens.add(token);
            }
        }
        MonthNames.join(tokens);
        int month = monthAt(tokens);
        if (month < 0) {
            return null;
        }
        int day = -1;
        int year = -1;
        int others = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            int number = number(token);
            if (i == month) {
                continue;
            }
            if (number < 0) {
                others += isWord(token) ? 1 : MAX_OTHER_WORDS + 1;
            } else if (token.length() <= 2 && day < 0) {
                day = number;
            } else if (year < 0) {
                year = year(number, token.length());
            } else {
                return null;
            }
        }
        return others > MAX_OTHER_WORDS || day < 0 || year < 0
                ? null
                : FeedDates.day(year, MonthNames.month(tokens.get(month)), day);
    }

    /**
     * Where the month stands: right behind the day's number, else right before it. Elsewhere a word that could be a month is a
     * weekday ({@code mar., 05 mars}).
     */
    private static int monthAt(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean day = number(tokens.get(i)) >= 0 && tokens.get(i).length() <= 2;
            if (day) {
                if (i + 1 < tokens.size() && MonthNames.month(tokens.get(i + 1)) > 0) {
                    return i + 1;
                }
                return i > 0 && MonthNames.month(tokens.get(i - 1)) > 0 ? i - 1 : -1;
            }
        }
        return -1;
    }

    private static boolean isWord(String token) {
        return token.chars().noneMatch(Character::isDigit);
    }

    /** The token as a number of at most four digits; -1 when it is none. */
    private static int number(String token) {
        boolean digits = token.length() <= 4 && token.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(token) : -1;
    }

    /** Two digits are taken as 1970 to 2069; years of one or three digits do not exist. */
    private static int year(int number, int digits) {
        if (digits == 2) {
            return number < 70 ? 2000 + number : 1900 + number;
        }
        return digits == 4 ? number : 0;
    }
}
