package io.visitwatch.enrich.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in figures on folded text: 2024-09-11, 1403/6/21, 11.09.2024, 9/11/2024. */
final class NumericDates {
    private static final Pattern DATE =
            Pattern.compile("(?<![\\d./-])(\\d{1,4})([-./])(\\d{1,2})\\2(\\d{4}|\\d{1,2})(?![\\d/-])");

    private final Matcher matcher;
    private final boolean monthFirst;
    private final @Nullable LocalDate published;

    /** The dates in {@code folded}; {@code monthFirst} for texts in American habit, where the order is open. */
    NumericDates(String folded, boolean monthFirst, @Nullable LocalDate published) {
        this.matcher = DATE.matcher(folded);
        this.monthFirst = monthFirst;
        this.published = published;
    }

    /** The date that begins at {@code offset}, or null. {@link #end} is valid after a date. */
    @Nullable LocalDate at(int offset) {
        matcher.region(offset, matcher.regionEnd());
        matcher.useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return null;
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(3));
        int third = Integer.parseInt(matcher.group(4));
        if (matcher.group(1).length() == 4 && matcher.group(4).length() <= 2) {
            return inYear(first, second, third);
        }
        if (matcher.group(4).length() == 4 && matcher.group(1).length() <= 2) {
            return dayAndMonth(third, first, second);
        }
        return null;
    }

    /** One past the last unit of the date found. */
    int end() {
        return matcher.end();
    }

    private @Nullable LocalDate dayAndMonth(int year, int first, int second) {
        LocalDate dayFirst = inYear(year, second, first);
        LocalDate monthBefore = inYear(year, first, second);
        if (dayFirst == null || monthBefore == null || !monthFirst) {
            return dayFirst == null ? monthBefore : dayFirst;
        }
        if (published == null) {
            return dayFirst;
        }
        long farDay = Math.abs(ChronoUnit.DAYS.between(dayFirst, published));
        long farMonth = Math.abs(ChronoUnit.DAYS.between(monthBefore, published));
        return farMonth < farDay ? monthBefore : dayFirst;
    }

    private static @Nullable LocalDate inYear(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        for (Calendars calendar : Calendars.values()) {
            if (calendar.isYear(year)) {
                return calendar.day(year, month, day);
            }
        }
        return null;
    }
}
