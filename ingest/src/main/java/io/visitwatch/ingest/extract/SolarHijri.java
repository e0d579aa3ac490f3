package io.visitwatch.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The calendar of Iran and Afghanistan, by its 33-year arithmetic: exact for the years 1244 to 1472 (1865 to 2093). */
final class SolarHijri {
    private SolarHijri() {}

    /** True for years that can only be meant in this calendar when they stand in a news date. */
    static boolean isYear(int year) {
        return year >= 1360 && year <= 1450;
    }

    /** The Gregorian day; null when there is no such day. */
    static @Nullable LocalDate toGregorian(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > (month < 7 ? 31 : 30)) {
            return null;
        }
        int shifted = year + 1595;
        int inYear = month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186;
        int days = -355_668 + 365 * shifted + shifted / 33 * 8 + (shifted % 33 + 3) / 4 + day + inYear;
        int gregorian = 400 * (days / 146_097);
        days %= 146_097;
        if (days > 36_524) {
            days--;
            gregorian += 100 * (days / 36_524);
            days %= 36_524;
            if (days >= 365) {
                days++;
            }
        }
        gregorian += 4 * (days / 1_461);
        days %= 1_461;
        if (days > 365) {
            gregorian += (days - 1) / 365;
            days = (days - 1) % 365;
        }
        try {
            return LocalDate.ofYearDay(gregorian, days + 1);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
