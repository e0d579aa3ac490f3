package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one date out of text written for machines or for people, in any language of {@code months.tsv}, Gregorian or solar Hijri.
 * A number that could be two days ({@code 03/04/2024}) is read only where the page says whose habit it follows.
 */
final class DateText {
    /** How much of a text is looked at: dates stand at the beginning. */
    private static final int LONGEST = 300;

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(?:\\d{2})?(?:Z|[+-]\\d{4})?)?$");
    /** As machines write it: no month has a name there. */
    private static final Pattern ISO_TIME = Pattern.compile("[\\d:+.TZ-]+");

    private static final Pattern EPOCH = Pattern.compile("^\\d{10}(?:\\d{3})?$");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4})(?![\\d/-])");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    /** Vietnamese counts its months. */
    private static final Pattern NUMBERED_MONTH = Pattern.compile(
            "(\\d{1,2})\\s+tháng\\s+(\\d{1,2})[,\\s]\\s*(?:năm\\s+)?(\\d{4})(?!\\d)", Pattern.CASE_INSENSITIVE);
    /** As Java writes dates: the time between day and year. */
    private static final Pattern YEAR_LAST =
            Pattern.compile("^\\p{L}{3} (\\p{L}{3} \\d{1,2}) (\\d{2}:\\d{2}:\\d{2}) ([A-Z]{1,4}) (\\d{4})$");

    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2})(?![\\d/-]|[.,]\\d)");
    /** Years of the Buddhist era in which pages are dated. */
    private static final int BUDDHIST = 543;

    /** Years of an emperor's reign or of the Chinese republic, the first said in a word. */
    private static final Pattern ERA =
            Pattern.compile("(令和|平成|昭和|民國|民国)\\s*(\\d{1,3}|元)\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");

    private static final Map<String, Integer> ERAS = Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "民國", 1911, "民国", 1911);
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:+-])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([aApP]\\.?[mM]\\.?)?\\s*(Z\\b|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}\\b|[A-Z]{3,4}\\b)?(\\s*[+-]\\d{2}:?\\d{2})?");
    private static final Pattern WORDS = Pattern.compile("\\d+|[\\p{L}\\p{M}]+");

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, ZoneOffset> ZONES = Map.of(
            "Z", ZoneOffset.UTC,
            "UTC", ZoneOffset.UTC,
            "GMT", ZoneOffset.UTC,
            "EST", ZoneOffset.ofHours(-5),
            "EDT", ZoneOffset.ofHours(-4),
            "PST", ZoneOffset.ofHours(-8),
            "PDT", ZoneOffset.ofHours(-7),
            "CET", ZoneOffset.ofHours(1),
            "CEST", ZoneOffset.ofHours(2),
            "MSK", ZoneOffset.ofHours(3));

    static {
        for (List<String> row : DataTable.rows("months.tsv")) {
            for (String name : row.get(1).split(",", -1)) {
                MONTHS.putIfAbsent(name, Integer.parseInt(row.get(0)));
            }
        }
    }

    private DateText() {}

    /**
     * A date as stated.
     *
     * @param day the day in the writer's zone
     * @param time the instant; null when no zone is stated
     */
    record Stated(LocalDate day, @Nullable OffsetDateTime time) {}

    /**
     * The first date in {@code raw}.
     *
     * @param monthFirst true where {@code 03/04} means March 4, false where it means 3 April, null where nobody knows
     * @return null when there is none, or none that can be told for sure
     */
    static @Nullable Stated parse(@Nullable String raw, @Nullable Boolean monthFirst) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String text = digits(raw.strip());
        if (EPOCH.matcher(text).matches()) {
            return epoch(text);
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            LocalDate day = day(number(compact, 1), number(compact, 2), number(compact, 3));
            return day == null ? null : new Stated(day, null);
        }
        if (ISO_TIME.matcher(text).matches()) {
            LocalDate day = iso(text);
            day = day == null ? numbers(text, monthFirst) : day;
            return day == null ? null : new Stated(day, time(text, day));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        text = yearLast.matches() ? yearLast.replaceFirst("$1 $4 $2 $3") : text;
        LocalDate day = named(text);
        day = day == null ? yearFirst(text) : day;
        day = day == null ? numbers(text, monthFirst) : day;
        return day == null ? null : new Stated(day, time(text, day));
    }

    /**
     * The first date with a year of two digits in {@code raw}, day before month: to be asked only where that order is the habit.
     *
     * @return null when there is none
     */
    static @Nullable Stated parseShortYear(@Nullable String raw) {
        Matcher matcher = SHORT_YEAR.matcher(raw == null ? "" : digits(raw.strip()));
        LocalDate day = matcher.find() ? day(2000 + number(matcher, 3), number(matcher, 2), number(matcher, 1)) : null;
        return day == null ? null : new Stated(day, null);
    }

    private static @Nullable Stated epoch(String text) {
        long value = Long.parseLong(text);
        OffsetDateTime time = Instant.ofEpochSecond(text.length() == 13 ? value / 1000 : value)
                .atOffset(ZoneOffset.UTC);
        return new Stated(time.toLocalDate(), time);
    }

    private static @Nullable LocalDate yearFirst(String text) {
        Matcher era = ERA.matcher(text);
        if (era.find()) {
            int year = era.group(2).equals("元") ? 1 : number(era, 2);
            return day(Objects.requireNonNull(ERAS.get(era.group(1))) + year, number(era, 3), number(era, 4));
        }
        Matcher east = EAST_ASIAN.matcher(text);
        if (east.find()) {
            return day(number(east, 1), number(east, 2), number(east, 3));
        }
        Matcher numbered = NUMBERED_MONTH.matcher(text);
        if (numbered.find()) {
            return day(number(numbered, 3), number(numbered, 2), number(numbered, 1));
        }
        return iso(text);
    }

    private static @Nullable LocalDate iso(String text) {
        Matcher iso = ISO.matcher(text);
        return iso.find() ? day(number(iso, 1), number(iso, 3), number(iso, 4)) : null;
    }

    private static @Nullable LocalDate numbers(String text, @Nullable Boolean monthFirst) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        int first = number(matcher, 1);
        int second = number(matcher, 3);
        int year = number(matcher, 4);
        boolean dotted = matcher.group(2).equals(".");
        if (first > 12 || dotted) {
            return day(year, second, first);
        }
        if (second > 12 || first == second) {
            return day(year, first, second);
        }
        if (monthFirst == null) {
            return null;
        }
        return monthFirst ? day(year, first, second) : day(year, second, first);
    }

    /** A date with a month name: day and year on either side of it. */
    private static @Nullable LocalDate named(String text) {
        String[] words = WORDS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(r -> r.group().replace("i\u0307", "i"))
                .toArray(String[]::new);
        for (int i = 0; i < words.length; i++) {
            Integer month = i + 1 < words.length ? MONTHS.get(words[i] + " " + words[i + 1]) : null;
            int last = month == null ? i : i + 1;
            month = month == null ? month(words[i]) : month;
            LocalDate day = month == null ? null : around(words, i, last, month);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** The month called {@code word}, without the Kurdish ending that joins it to the year and without the Hebrew "in". */
    private static @Nullable Integer month(String word) {
        Integer month = MONTHS.get(word);
        if (month != null || word.length() <= 3) {
            return month;
        }
        if (word.startsWith("ב")) {
            return MONTHS.get(word.substring(1));
        }
        return word.endsWith("ی") || word.endsWith("ê") ? MONTHS.get(word.substring(0, word.length() - 1)) : null;
    }

    private static @Nullable LocalDate around(String[] words, int first, int last, int month) {
        int before = beside(words, first, -1);
        int after = beside(words, last, 1);
        int dayBefore = before < 0 ? 0 : value(words[before]);
        int after1 = after < 0 ? 0 : value(words[after]);
        if (dayBefore >= 1 && dayBefore <= 31 && isYear(after1)) {
            return day(after1, month, dayBefore);
        }
        int further = after < 0 ? -1 : beside(words, after, 1);
        int after2 = further < 0 ? 0 : value(words[further]);
        if (after1 >= 1 && after1 <= 31 && isYear(after2)) {
            return day(after2, month, after1);
        }
        // beside both names of one month: "21 تشرين الثاني نوفمبر 2023"
        if (isYear(dayBefore) && after1 >= 1 && after1 <= 31) {
            return day(dayBefore, month, after1);
        }
        // the year first of all, a word for it between: "2024 жылғы 5 ақпан"
        boolean led = dayBefore >= 1 && dayBefore <= 31 && before >= 2 && !MONTHS.containsKey(words[before - 1]);
        return led && isYear(value(words[before - 2])) ? day(value(words[before - 2]), month, dayBefore) : null;
    }

    /** Index of the next number on one side, at most two words away: "5 de março de 2024", "5th of May". */
    private static int beside(String[] words, int from, int step) {
        for (int i = from + step, skipped = 0; i >= 0 && i < words.length; i += step) {
            if (Character.isDigit(words[i].charAt(0))) {
                return i;
            }
            boolean otherName = MONTHS.containsKey(words[i]);
            if (!otherName && (words[i].length() > 3 || ++skipped > 2)) {
                return -1;
            }
        }
        return -1;
    }

    private static int value(String word) {
        return Character.isDigit(word.charAt(0)) && word.length() <= 4 ? Integer.parseInt(word) : 0;
    }

    private static boolean isYear(int value) {
        return (value >= 1900 && value < 2100)
                || SolarHijri.isYear(value)
                || (value >= 2000 + BUDDHIST && value < 2100 + BUDDHIST);
    }

    private static @Nullable OffsetDateTime time(String text, LocalDate day) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.find() || (clock.group(5) == null && clock.group(6) == null)) {
            return null;
        }
        ZoneOffset zone =
                zone(clock.group(6) == null ? clock.group(5) : clock.group(6).strip());
        int hour = number(clock, 1);
        String half = clock.group(4);
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int second = clock.group(3) == null ? 0 : Math.min(59, number(clock, 3));
        try {
            return zone == null ? null : OffsetDateTime.of(day, LocalTime.of(hour, number(clock, 2), second), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable ZoneOffset zone(String name) {
        ZoneOffset known = ZONES.get(name);
        if (known != null || (!name.startsWith("+") && !name.startsWith("-"))) {
            return known;
        }
        try {
            return ZoneOffset.of(name.length() == 5 ? name.substring(0, 3) + ":" + name.substring(3) : name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day of either calendar; null when there is no such day. */
    private static @Nullable LocalDate day(int year, int month, int day) {
        if (SolarHijri.isYear(year)) {
            return SolarHijri.toGregorian(year, month > 100 ? month - 100 : month, day);
        }
        int common = year >= 2000 + BUDDHIST && year < 2100 + BUDDHIST ? year - BUDDHIST : year;
        if (common < 1900 || common > 2100 || month > 12) {
            return null;
        }
        try {
            return LocalDate.of(common, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The beginning of {@code text} with the digits of all scripts as ASCII, invisible characters and Arabic vowel signs away. */
    private static String digits(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out.append(c);
            } else if (Character.isDigit(c)) {
                out.append((char) ('0' + Character.digit(c, 10)));
            } else if (!PlainText.isInvisible(c) && !(c >= 0x64b && c <= 0x652)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
