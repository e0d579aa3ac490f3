package io.visitwatch.enrich.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The calendars dates are said in; every method gives null for a day that does not exist. */
enum Calendars {
    GREGORIAN {
        @Override
        @Nullable LocalDate day(int year, int month, int day) {
            return day > Month.of(month).maxLength() || (month == 2 && day == 29 && !java.time.Year.isLeap(year))
                    ? null
                    : LocalDate.of(year, month, day);
        }

        @Override
        int yearOf(LocalDate date) {
            return date.getYear();
        }

        @Override
        boolean isYear(int year) {
            return year >= 1900 && year <= 2100;
        }
    },

    /** The Iranian and Afghan calendar: the year begins at the March equinox and is 621 behind until then. */
    SOLAR {
        private static final int DAYS_BEFORE_YEAR_ZERO = 355_668;

        @Override
        @Nullable LocalDate day(int year, int month, int day) {
            if (day > (month <= 6 ? 31 : 30)) {
                return null;
            }
            // The leap years repeat every 33 years; exact for the years 1178 to 1633.
            long shifted = year + 1595L;
            long days = -DAYS_BEFORE_YEAR_ZERO
                    + 365 * shifted
                    + shifted / 33 * 8
                    + (shifted % 33 + 3) / 4
                    + day
                    + (month <= 7 ? (month - 1) * 31 : (month - 7) * 30 + 186);
            return LocalDate.of(0, 1, 1).plus(days, ChronoUnit.DAYS);
        }

        @Override
        int yearOf(LocalDate date) {
            return date.getYear()
                    - (date.getMonthValue() < 3 || (date.getMonthValue() == 3 && date.getDayOfMonth() < 21)
                            ? 622
                            : 621);
        }

        @Override
        boolean isYear(int year) {
            return year >= 1300 && year <= 1419;
        }
    },

    /** The lunar calendar, by Umm al-Qura: a day more or less than Iraq's sighting of the moon. */
    LUNAR {
        @Override
        @Nullable LocalDate day(int year, int month, int day) {
            try {
                return LocalDate.from(HijrahDate.of(year, month, day));
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }

        @Override
        int yearOf(LocalDate date) {
            return HijrahDate.from(date).get(java.time.temporal.ChronoField.YEAR);
        }

        @Override
        boolean isYear(int year) {
            return year >= 1420 && year <= 1480;
        }
    };

    /** The Gregorian day, or null. */
    abstract @Nullable LocalDate day(int year, int month, int day);

    /** The year of this calendar in which {@code date} falls. */
    abstract int yearOf(LocalDate date);

    /** Whether a number can be a year of this calendar in the news. */
    abstract boolean isYear(int year);

    /** The day with this month and number that is nearest to {@code near}, or null when no neighbouring year has it. */
    @Nullable LocalDate nearest(int month, int day, LocalDate near) {
        LocalDate best = null;
        for (int year = yearOf(near) - 1; year <= yearOf(near) + 1; year++) {
            LocalDate candidate = day(year, month, day);
            if (candidate != null && (best == null || distance(candidate, near) < distance(best, near))) {
                best = candidate;
            }
        }
        return best;
    }

    /** The last day of the month that begins on {@code first}. */
    LocalDate lastOfMonth(LocalDate first) {
        return this == GREGORIAN ? first.withDayOfMonth(first.lengthOfMonth()) : first.plusDays(29);
    }

    private static long distance(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b));
    }
}
