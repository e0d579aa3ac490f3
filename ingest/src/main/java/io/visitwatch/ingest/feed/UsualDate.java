package io.visitwatch.ingest.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two forms nearly every feed uses, read without a pattern: {@code 2024-03-05T08:15:00Z} and
 * {@code Tue, 05 Mar 2024 08:15:00 +0100}. Anything out of the ordinary is left to {@link FeedDates}.
 */
final class UsualDate {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private UsualDate() {}

    static @Nullable Instant parse(String text) {
        String s = text.strip();
        if (s.length() >= 20 && s.length() <= 25 && s.charAt(4) == '-' && s.charAt(7) == '-' && s.charAt(10) == 'T') {
            return instant(digits(s, 0, 4), digits(s, 5, 2), digits(s, 8, 2), clock(s, 11), offset(s, 19, true));
        }
        if (s.length() >= 29
                && s.length() <= 31
                && s.charAt(3) == ','
                && s.charAt(4) == ' '
                && s.charAt(7) == ' '
                && s.charAt(25) == ' ') {
            int month = MONTHS.indexOf(s.substring(8, 11));
            boolean named = month >= 0 && month % 3 == 0 && s.charAt(11) == ' ' && s.charAt(16) == ' ';
            return named
                    ? instant(digits(s, 12, 4), month / 3 + 1, digits(s, 5, 2), clock(s, 17), offset(s, 26, false))
                    : null;
        }
        return null;
    }

    private static @Nullable Instant instant(int year, int month, int day, int clock, int offset) {
        if (clock < 0 || offset == Integer.MIN_VALUE) {
            return null;
        }
        LocalDate date = FeedDates.day(year, month, day);
        return date == null ? null : Instant.ofEpochSecond(date.toEpochDay() * 86_400 + clock - offset);
    }

    /** Seconds after midnight of {@code HH:mm:ss} at {@code from}; -1 for anything else. */
    private static int clock(String s, int from) {
        if (s.charAt(from + 2) != ':' || s.charAt(from + 5) != ':') {
            return -1;
        }
        int hour = digits(s, from, 2);
        int minute = digits(s, from + 3, 2);
        int second = digits(s, from + 6, 2);
        boolean shown = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return shown ? hour * 3600 + minute * 60 + second : -1;
    }

    /** Seconds east of UTC said by the rest of the text; {@link Integer#MIN_VALUE} for anything unusual. */
    private static int offset(String s, int from, boolean colon) {
        String rest = s.substring(from);
        if (rest.equals("Z") || rest.equals("GMT")) {
            return 0;
        }
        int length = colon ? 6 : 5;
        char sign = rest.charAt(0);
        if (rest.length() != length || (sign != '+' && sign != '-') || (colon && rest.charAt(3) != ':')) {
            return Integer.MIN_VALUE;
        }
        int hours = digits(rest, 1, 2);
        int minutes = digits(rest, length - 2, 2);
        boolean exists = hours >= 0 && hours <= 14 && minutes >= 0 && minutes < 60;
        int seconds = hours * 3600 + minutes * 60;
        return exists ? (sign == '-' ? -seconds : seconds) : Integer.MIN_VALUE;
    }

    /** A number of exactly {@code count} ASCII digits; -1 for anything else. */
    private static int digits(String s, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = s.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
